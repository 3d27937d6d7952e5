import * as fs from 'node:fs'
import { join } from 'node:path'
import { say } from '../../messages/words.ts'
import { OutputError } from '../errors.ts'
import { plainText } from './looks.ts'

export const lockName = 'lock'

/** Whether a name is that of a lock, or of one that is being made or removed: those end in the number of a process. */
export const isLockFile = (name: string): boolean => /^lock((\.dead)?\.\d+)?$/.test(name)

/**
 * Takes the lock of a folder for this process. One that a dead process left is taken over.
 *
 * Throws an OutputError OUTPUT_BUSY where a living process holds it, and the system's errors.
 */
export function takeLock(folder: string, target: string): void {
  const path = join(folder, lockName)
  if (tryLock(folder, path)) return
  assertFree(folder, target)
  clear(path, holderOf(path))
  if (!tryLock(folder, path)) throw busy(target, holderOf(path))
}

/** Throws OUTPUT_BUSY where a living process holds the lock of a folder. */
export function assertFree(folder: string, target: string): void {
  const holder = holderOf(join(folder, lockName))
  if (holder !== undefined && isAlive(holder)) throw busy(target, holder)
}

/** Whether the lock of a folder says that it was made there: it names the folder by its number on the disk. */
export const isBound = (folder: string, inode: bigint): boolean =>
  holderOf(join(folder, lockName))?.inode === `${inode}`

/** Releases the lock, where it is ours. */
export function giveBack(folder: string): void {
  const path = join(folder, lockName)
  if (holderOf(path)?.pid === process.pid) fs.rmSync(path, { force: true })
}

/** Removes the half-made locks of dead processes. */
export function dropDeadLocks(folder: string): void {
  for (const name of fs.readdirSync(folder).filter(each => each !== lockName && isLockFile(each))) {
    const pid = Number(name.slice(name.lastIndexOf('.') + 1))
    if (!isAlive({ pid, started: null })) fs.rmSync(join(folder, name), { force: true })
  }
}

/** A process. Numbers are reused, so its start time tells it from a later one, where the system gives that. */
interface Holder {
  readonly pid: number
  readonly started: string | null
}

/** What a lock says: who holds it, and of which folder it is. */
interface Lock extends Holder {
  readonly inode: string
}

const ownLock = (folder: string): Lock => ({
  pid: process.pid,
  started: startOf(process.pid),
  inode: `${fs.lstatSync(folder, { bigint: true }).ino}`,
})

// Linked into place with its content, so that nobody ever reads half a lock.
function tryLock(folder: string, path: string): boolean {
  const own = `${path}.${process.pid}`
  // Left by an earlier process with our number.
  fs.rmSync(own, { force: true })
  fs.writeFileSync(own, JSON.stringify(ownLock(folder)), { flag: 'wx' })
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

/** Far more than a lock has. */
const mostBytes = 4096

/** What the lock at a path says; undefined where there is none, or it is unreadable: a power cut may empty it. */
function holderOf(path: string): Lock | undefined {
  try {
    const lock: unknown = JSON.parse(plainText(path, mostBytes) ?? '')
    return isLock(lock) ? lock : undefined
  } catch {
    return undefined
  }
}

function isLock(value: unknown): value is Lock {
  const { pid, started, inode } = (value ?? {}) as { [key: string]: unknown }
  const isStart = started === null || typeof started === 'string'
  return Number.isSafeInteger(pid) && (pid as number) > 0 && isStart && typeof inode === 'string'
}

/** Removes a dead lock; one that another process has made since is put back. */
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
  // In a container every run may have the same number: a lock with our number that we did not take is an earlier run's.
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return started === null || startOf(pid) === null || startOf(pid) === started
}

/** When a process started, in the system's own count, or null where the system does not give it. */
function startOf(pid: number): string | null {
  try {
    // The name of the process is in brackets and may hold anything; its state follows, and the start 19 fields later.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return 'ZX'.includes(state) ? 'ended' : (fields[18] ?? null)
  } catch {
    return null
  }
}

function busy(target: string, holder: Holder | undefined): OutputError {
  const message = holder ? say('BUSY_WITH', { path: target, pid: holder.pid }) : say('BUSY', { path: target })
  return new OutputError('OUTPUT_BUSY', message, say('WAIT_OR_END'))
}
