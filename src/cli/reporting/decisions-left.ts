import { say } from '../../messages/words.ts'
import type { Result } from '../../pipeline.ts'
import { keyOf, Numbering } from '../../walks/decisions/about.ts'
import type { Decision } from '../../walks/decisions/decision.ts'
import { reportProblem } from './stderr.ts'

/** The decisions whose document no input had: what they say is nowhere in the output. */
export class DecisionsLeft {
  readonly #all: readonly Decision[]
  readonly #met = new Set<string>()

  constructor(all: readonly Decision[] = []) {
    this.#all = all
  }

  add({ documents }: Result): void {
    if (this.#all.length === 0) return
    const numbering = new Numbering()
    for (const { source } of documents) this.#met.add(keyOf({ ...source, no: numbering.add(source.pages) }))
  }

  /** Tells of them, a line for each file that they were made about. Returns whether there are any. */
  report(): boolean {
    const left = this.#all.filter(({ source }) => !this.#met.has(keyOf(source)))
    const counts = new Map<string, number>()
    for (const { source } of left) counts.set(source.path, (counts.get(source.path) ?? 0) + 1)
    for (const [path, decisions] of counts) {
      const message = say('DECISIONS_LEFT', { decisions, path })
      reportProblem({
        where: '--decisions',
        code: 'DECISION_STALE',
        message,
        hint: say('LOOK_AGAIN'),
        level: 'warning',
      })
    }
    return left.length > 0
  }
}
