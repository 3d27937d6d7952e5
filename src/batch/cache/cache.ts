import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { aboutIn, entryOf, resultIn } from '../journal/entries.ts'
import { lineContent, lineOf } from '../journal/lines.ts'
import { movedTo } from './moved.ts'
import { entryEnding, trim, unfinishedStart } from './trim.ts'

/** An input of which the content is known. */
interface Content {
  readonly path: string
  readonly sha256: string
}

/** Results by the content that they were read from: they outlast the run, and the names of the files. */
export interface Cache {
  /** The result of such content, as JSON that names this path; undefined where none is kept, or what is kept is not whole. */
  get(input: Content): string | undefined
  /** Keeps a result, as JSON. Where that fails, the result is only not there next time. */
  keep(input: Content, result: string): void
  /** Removes the oldest entries until the rest is within the limit. */
  close(): void
}

export interface CacheOptions {
  /** Ready for a cache: `src/cli/inputs/cache-place.ts` sees to that. */
  readonly folder: string
  /** Bytes of all entries. */
  readonly limit: number
  /** Called with the path of an input whose entry was there and not whole: it is read anew. */
  readonly onTorn?: ((path: string) => void) | undefined
  /** Called once with the system's reason where entries cannot be written. */
  readonly onUnwritable?: ((reason: string) => void) | undefined
}

/** So much of the limit may be added before entries are counted anew. */
const shareBetweenTrims = 0.1

/**
 * A cache of results that depend, besides the content, on `dependsOn` (JSON): an entry that depends on anything else is not found.
 * Where they depend on the path of the input too (`isOfPath`), it is found for that path alone.
 */
export function openCache(options: CacheOptions, dependsOn: string, isOfPath = false): Cache {
  const { folder, limit } = options
  const head = `"for":${dependsOn},`
  const entryAt = ({ path, sha256 }: Content) => entryPath(folder, [sha256, dependsOn, isOfPath ? path : ''].join('\n'))
  let added = 0
  let isWritable = true

  const shrink = () => {
    if (added > 0) trim(folder, limit)
    added = 0
  }

  return {
    get({ path, sha256 }) {
      const at = entryAt({ path, sha256 })
      const line = lineAt(at)
      if (line === undefined) return undefined
      const result = resultOf(line, head, sha256)
      if (!result) {
        options.onTorn?.(path)
        return undefined
      }
      touch(at)
      return JSON.stringify(movedTo(path, result))
    },
    keep(input, result) {
      if (!isWritable) return
      const line = lineOf(head + entryOf(input, result))
      try {
        put(entryAt(input), line)
      } catch (error) {
        isWritable = false
        options.onUnwritable?.(String((error as NodeJS.ErrnoException).code))
      }
      added += line.length
      if (added > limit * shareBetweenTrims) shrink()
    },
    close: shrink,
  }
}

/** Two runs that read the same content write the same name; there may be more entries than one folder holds well. */
function entryPath(folder: string, key: string): string {
  const name = createHash('sha256').update(key).digest('hex')
  return join(folder, name.slice(0, 2), `${name}${entryEnding}`)
}

// Neither through a link, nor waiting for whoever may write into a pipe. Windows knows neither flag.
const plainly = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0)

/** The line of an entry, without its line feed; undefined where there is none that can be read. */
function lineAt(path: string): Buffer | undefined {
  try {
    const file = fs.openSync(path, plainly)
    try {
      return fs.readFileSync(file).subarray(0, -1)
    } finally {
      fs.closeSync(file)
    }
  } catch {
    return undefined
  }
}

/** The result in a line; undefined where the line is not whole, or about something else. */
function resultOf(line: Buffer, head: string, sha256: string) {
  const body = lineContent(line)
  if (!body?.startsWith(head)) return undefined
  const entry = body.slice(head.length)
  return aboutIn(entry)?.sha256 === sha256 ? resultIn(entry) : undefined
}

/** The oldest are removed first, so what is used gets younger. Another run may have removed it. */
function touch(path: string): void {
  try {
    const now = new Date()
    fs.utimesSync(path, now, now)
  } catch {
    // It only gets old.
  }
}

/** Written beside and renamed, so that no other run ever reads a part. */
function put(path: string, line: Buffer): void {
  makeFolder(dirname(path))
  const made = join(dirname(path), `${unfinishedStart}${process.pid}-${randomBytes(6).toString('hex')}`)
  try {
    fs.writeFileSync(made, line, { flag: 'wx' })
    fs.renameSync(made, path)
  } catch (error) {
    fs.rmSync(made, { force: true })
    throw error
  }
}

/** The cache itself is there, unless somebody has just removed it: then nothing is kept. */
function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
