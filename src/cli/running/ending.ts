import { BatchError, Interrupted } from '../../batch/journal/errors.ts'
import { say } from '../../messages/words.ts'
import { OutputError } from '../../writers/errors.ts'
import { exit } from '../exit-codes.ts'
import { nameOf, type Target } from '../output/output.ts'
import { reportOutputError } from '../output/write.ts'
import { reportNote, reportProblem } from '../reporting/stderr.ts'

// What goes to standard output is gathered in the folder for temporary files.
const temporaryHint = say('TEMPORARY_ROOM')

/** Reports what cut the run short, and returns its exit code; unforeseen errors are rethrown. */
export async function reportEnd(
  error: unknown,
  target: Target,
  { quiet }: { readonly quiet?: boolean },
): Promise<number> {
  if (error instanceof BatchError) {
    const hint = target.kind === 'stdout' ? temporaryHint : say('MAKE_ROOM_AND_RESUME')
    reportProblem({ where: nameOf(target), code: error.code, message: error.said, hint })
    return exit.nothingWritten
  }
  if (error instanceof OutputError) return reportOutputError(error, target)
  if (!(error instanceof Interrupted)) throw error
  const { done, inputs } = error
  const counts = { done, inputs }
  if (!quiet && inputs > 1)
    reportNote(target.kind === 'stdout' ? say('INTERRUPTED', counts) : say('INTERRUPTED_RESUMES', counts))
  return error.cause === exit.terminated ? exit.terminated : exit.interrupted
}
