import * as fs from 'node:fs'
import { join } from 'node:path'
import { OutputError } from './errors.ts'

const lockName = 'lock'

/**
 * Takes the lock of a folder for this process. One that a dead process left is taken over.
 *
 * Throws an OutputError OUTPUT_BUSY where a living process holds it, and the system's errors.
 */
export function takeLock(folder: string, target: string): void {
  const path = join(folder, lockName)
  if (tryLock(path)) return
  const holder = holderOf(path)
  if (holder !== undefined && isAlive(holder)) throw busy(target, holder)
  clear(path, holder)
  if (!tryLock(path)) throw busy(target, holderOf(path))
}

/** Gives the lock back, where it is ours. */
export function giveBack(folder: string): void {
  const path = join(folder, lockName)
  if (holderOf(path)?.pid === process.pid) fs.rmSync(path, { force: true })
}

/** A process: numbers are used again, so the moment it started tells it from a later one, where the system says it. */
interface Holder {
  readonly pid: number
  readonly started: string | null
}

// Linked into place with its content, so that nobody ever reads half a lock.
function tryLock(path: string): boolean {
  const own = `${path}.${process.pid}`
  fs.writeFileSync(own, JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder))
  try {
    fs.linkSync(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    return tryPlainly(path, own)
  } finally {
    fs.rmSync(own, { force: true })
  }
}

/** Some file systems have no links. */
function tryPlainly(path: string, own: string): boolean {
  if (fs.existsSync(path)) return false
  fs.copyFileSync(own, path, fs.constants.COPYFILE_EXCL)
  return true
}

function holderOf(path: string): Holder | undefined {
  try {
    const holder: Partial<Holder> | null = JSON.parse(fs.readFileSync(path, 'utf8'))
    return typeof holder?.pid === 'number' ? { pid: holder.pid, started: holder.started ?? null } : undefined
  } catch {
    return undefined
  }
}

/** Takes a dead lock away; one that another process has put in its place meanwhile is put back. */
function clear(path: string, dead: Holder | undefined): void {
  const aside = `${path}.dead.${process.pid}`
  try {
    fs.renameSync(path, aside)
  } catch {
    return
  }
  const found = holderOf(aside)
  if (found && (found.pid !== dead?.pid || found.started !== dead.started)) fs.linkSync(aside, path)
  fs.rmSync(aside, { force: true })
}

function isAlive({ pid, started }: Holder): boolean {
  // In a container every run may have the same number: a lock of ours that we did not take is of an earlier one.
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return started === null || startOf(pid) === null || startOf(pid) === started
}

/** When a process started, in the system's own count, or null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    // The name of the process stands in brackets and may hold anything; its state follows, and the start 19 fields later.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return 'ZX'.includes(state) ? 'ended' : (fields[18] ?? null)
  } catch {
    return null
  }
}

function busy(target: string, holder: Holder | undefined): OutputError {
  const who = holder === undefined ? 'another process' : `process ${holder.pid}`
  return new OutputError('OUTPUT_BUSY', `${target} is being written by ${who}`, 'wait until it is done, or end it')
}
