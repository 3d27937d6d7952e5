import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'

/** What changes a disk. */
const changes = [
  'renameSync',
  'mkdirSync',
  'rmSync',
  'rmdirSync',
  'writeSync',
  'writeFileSync',
  'linkSync',
  'copyFileSync',
  'cpSync',
  'chmodSync',
  'chownSync',
] as const

type Change = (...args: unknown[]) => unknown

/** The process is no more: nothing it does has any effect. */
class Cut extends Error {}

/**
 * Runs a step as a process does that is killed before its n-th change of the disk; of a folder that is being removed, a part is
 * gone by then. Gives whether it was killed.
 */
export async function cutAt(n: number, step: () => Promise<void>): Promise<boolean> {
  const own = Object.fromEntries(changes.map(name => [name, fs[name] as Change]))
  let done = 0
  for (const name of changes)
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        done += 1
        if (done < n) return own[name]?.(...args)
        if (done === n && name === 'rmSync') removePart(String(args[0]), own.rmSync as Change)
        throw new Cut()
      },
    })
  syncBuiltinESMExports()
  try {
    await step()
  } catch (error) {
    if (done < n) throw error
  } finally {
    Object.assign(fs, own)
    syncBuiltinESMExports()
  }
  return done >= n
}

function removePart(path: string, remove: Change): void {
  const isFolder = fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  const [first] = isFolder ? fs.readdirSync(path) : []
  if (first !== undefined) remove(join(path, first), { recursive: true })
}
