import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

type Call = (...args: unknown[]) => unknown
type Table = Record<string, Call>

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
]
const modes = ['chmodSync', 'chownSync', 'fchmodSync']
/** What only looks, or waits for the disk. */
const looks = [
  'openSync',
  'readSync',
  'readFileSync',
  'readdirSync',
  'lstatSync',
  'fstatSync',
  'statSync',
  'accessSync',
]
const waits = ['fsyncSync']

/** How a run is stopped: by an end that nothing comes after, or by one call that fails. */
export type Stop = 'killed' | 'failing' | 'refused'

/** What was called at the moment of the stop; undefined where the step was done before. */
export type StoppedAt = string | undefined

/** The process is no more: nothing it does has any effect. */
class Cut extends Error {}

/**
 * Runs a step that is stopped at its n-th call of the file system: as a process is that is killed just then, of what it was writing
 * a part on the disk; or by the call failing as on a disk with a fault, or as where it is not allowed, and the step going on as it will.
 */
export async function stopAt(n: number, stop: Stop, step: () => Promise<void>): Promise<StoppedAt> {
  const table = fs as unknown as Table
  const own: Table = Object.fromEntries(
    [...changes, ...modes, ...looks, ...waits].map(name => [name, table[name] as Call]),
  )
  let calls = 0
  let stoppedAt: StoppedAt
  const counted =
    (name: string, call: Call): Call =>
    (...args) => {
      calls += 1
      if (calls === n) stoppedAt = name
      if (calls < n || (calls > n && stop !== 'killed')) return name === 'fsyncSync' ? undefined : call(...args)
      if (calls === n && name === 'writeSync') half(call, args)
      throw stop === 'killed' ? new Cut() : fault(name, stop === 'failing' ? 'EIO' : 'EPERM')
    }
  for (const [name, call] of Object.entries(own)) Object.assign(fs, { [name]: counted(name, call) })
  syncBuiltinESMExports()
  try {
    await step()
  } catch (error) {
    if (stoppedAt === undefined) throw error
  } finally {
    Object.assign(fs, own)
    syncBuiltinESMExports()
  }
  return stoppedAt
}

function half(write: Call, [file, bytes]: unknown[]): void {
  const data = Buffer.from(bytes as Uint8Array)
  write(file, data.subarray(0, data.length / 2))
}

const fault = (name: string, code: string): Error =>
  Object.assign(new Error(`${code}: ${name}`), { code, syscall: name.replace('Sync', '') })
