import { extname } from 'node:path'
import { say } from '../../../messages/words.ts'
import { OutputError } from '../../../writers/errors.ts'
import { writeFile } from '../../../writers/files.ts'
import { printAll } from '../../output/stdout.ts'
import { reportOutputError } from '../../output/write.ts'
import { usage } from '../../reporting/stderr.ts'

/** The options that say where the result goes. */
export interface TargetFlags {
  readonly format?: string
  readonly output?: string
  readonly overwrite?: boolean
}

/** The format that was named, else that of the ending of -o, else the first. Throws a UsageError for an ending of another format. */
export function formatOf<F extends string>({ format, output = '-' }: TargetFlags, known: readonly [F, ...F[]]): F {
  const ending = extname(output).toLowerCase().slice(1)
  const byEnding = known.find(each => each === (ending === 'txt' ? 'text' : ending))
  const named = known.find(each => each === format)
  if (!named && ending !== '' && !byEnding)
    throw usage(
      '-o',
      say('UNKNOWN_ENDING', { ending: `.${ending}` }),
      say('KNOWN_ENDINGS', { endings: known.map(each => `.${each}`) }),
    )
  return named ?? byEnding ?? known[0]
}

/** Writes the result where it goes. Returns an exit code where it cannot be written, which is reported. */
export async function put(
  pieces: Iterable<string | Uint8Array>,
  { output, overwrite }: TargetFlags,
): Promise<number | undefined> {
  if (output === undefined || output === '-') {
    await printAll(pieces)
    return undefined
  }
  try {
    const bytes = [...pieces].map(piece => (typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece))
    writeFile(output, Buffer.concat(bytes), { overwrite: overwrite === true })
    return undefined
  } catch (error) {
    if (error instanceof OutputError) return reportOutputError(error, { kind: 'file', path: output })
    throw error
  }
}
