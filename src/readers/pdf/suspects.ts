import type { Suspect, Suspicion } from '../../document/model.ts'
import { printedAt } from '../../document/printed.ts'

/** The doubtful characters of a document, as they are numbered; neighbours under one doubt are one suspect. */
export class Suspects {
  readonly all: Suspect[] = []

  /** `at`: the number of the character; `rest`: what the file holds behind it or before it, and the page does not show. */
  mark(why: Suspicion, text: string, at: number, rest?: string): void {
    if (why === 'cut-off' && rest !== undefined) this.all.push({ why, on: printedAt(text, at), rest })
    else this.#markOrGoOn(why, text, at)
  }

  #markOrGoOn(why: Suspicion, text: string, at: number): void {
    const last = this.all.at(-1)
    const piece = last?.on.pieces[0]
    const goesOn = last?.why === why && piece?.at?.[1] === at
    if (goesOn) this.all.pop()
    const from = goesOn ? (piece?.at?.[0] ?? at) : at
    this.all.push({ why, on: printedAt(goesOn ? `${piece?.text}${text}` : text, from) })
  }
}
