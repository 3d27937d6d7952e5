import type { Pages } from '../document/model.ts'
import type { Located, ReleaseArgs } from '../messages/arguments.ts'
import { releaseText } from '../messages/speak.ts'

export type { Located, ReleaseArgs } from '../messages/arguments.ts'

export type ReleaseCode = keyof ReleaseArgs

/** What does not fit together across the documents of one release; `paths` and `pages` correspond one to one, in input order. */
export interface ReleaseFinding {
  code: ReleaseCode
  message: string
  /** @internal Of what the sentence is made; only until the finding is told in a language. */
  said?: object
  paths: string[]
  pages: (Pages | null)[]
  expected: unknown
  actual: unknown
}

/** A finding about the documents `at`, with its sentence. */
export function releaseFinding<C extends ReleaseCode>(
  code: C,
  args: ReleaseArgs[C],
  { at, expected, actual }: { at: readonly Located[]; expected: unknown; actual: unknown },
): ReleaseFinding {
  const message = releaseText(code, args, 'en')
  return {
    code,
    message,
    said: args,
    paths: at.map(each => each.path),
    pages: at.map(each => each.pages),
    expected,
    actual,
  }
}
