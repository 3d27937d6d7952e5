import { say } from '../../messages/words.ts'
import { isLost, sentenceOf } from '../../writers/csv/replaced.ts'
import type { Replaced } from '../../writers/writer.ts'
import { screenLanguage } from '../language.ts'
import { reportNote, reportProblem } from '../reporting/stderr.ts'

/** Exchanges that are told one by one; the rest is counted. */
const mostLines = 20

/** Gathers what was exchanged for the encoding of a table, each character of an input once. */
export class ReplacedCharacters {
  readonly #first = new Map<string, { readonly replaced: Replaced; times: number }>()

  /** Whether a character was lost, and 〓 stands for it. */
  get areLost(): boolean {
    return [...this.#first.values()].some(({ replaced }) => isLost(replaced))
  }

  add(replaced: Replaced): void {
    const key = JSON.stringify([replaced.source, replaced.character])
    const known = this.#first.get(key)
    if (known) known.times += 1
    else this.#first.set(key, { replaced, times: 1 })
  }

  /** Tells of them, the lost ones first; of those alone where it is to be quiet. */
  report(where: string, isQuiet: boolean): void {
    const all = [...this.#first.values()].sort((a, b) => Number(isLost(b.replaced)) - Number(isLost(a.replaced)))
    const wanted = isQuiet ? all.filter(({ replaced }) => isLost(replaced)) : all
    for (const { replaced, times } of wanted.slice(0, mostLines)) {
      const level = isLost(replaced) ? 'warning' : 'info'
      const row = replaced.row === 0 ? say('THE_HEAD') : say('ROW_OF_TABLE', { row: replaced.row })
      const place = say('IN_CONTEXT', { place: row, context: replaced.context })
      const at = times > 1 ? say('TIMES_FIRST_IN', { times, row: place }) : place
      const message = sentenceOf(replaced, screenLanguage())
      const code = 'CHARACTER_REPLACED'
      reportProblem({ where: replaced.source ?? where, code, message, at, level })
    }
    if (wanted.length > mostLines) reportNote(say('MORE_REPLACED', { path: where, more: wanted.length - mostLines }))
  }
}
