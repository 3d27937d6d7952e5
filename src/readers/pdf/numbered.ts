import type { Rect, Suspicion } from '../../document/model.ts'
import type { Piece } from '../../document/printed.ts'
import { foldIdeographs } from '../../normalise/width.ts'
import { Boxes } from './boxes.ts'
import type { PageDraft } from './draft.ts'
import type { Char } from './engine/engine.ts'
import { type PlacedChar, textOf } from './lines/characters.ts'
import { asShown } from './lines/upright.ts'
import { Suspects } from './suspects.ts'

/** Line and page breaks are ours: the page holds none. */
const nowhere: Rect = [0, 0, 0, 0]

/** What is known of the characters of a page. */
type Drawn = Pick<PageDraft, 'suspects' | 'rubies' | 'cut' | 'shown'>

/** The characters of a document in the order in which they are numbered, each with its box. */
export class Numbered {
  readonly boxes = new Boxes()
  readonly suspects = new Suspects()
  readonly #parts: string[] = []
  #page: Drawn = { suspects: new Map(), rubies: new Map(), cut: { edges: new Map(), lost: [] }, shown: asShown }
  #length = 0

  get length(): number {
    return this.#length
  }

  get text(): string {
    return this.#parts.join('')
  }

  /** What follows is on this page. */
  turnTo(page: Drawn): void {
    this.#page = page
  }

  break(text: '\n' | '\f'): void {
    this.#push(text, nowhere)
  }

  /** Numbers some characters that follow one another. The kana over a word take up numbers behind it, and are no text of it. */
  add(chars: readonly PlacedChar[]): Piece {
    const from = this.#length
    const { suspects, rubies, cut, shown } = this.#page
    for (const { char } of chars) {
      const doubt: Suspicion | undefined = suspects.get(char)
      if (doubt) this.suspects.mark(doubt, char.text, this.#length, cut.edges.get(char))
      this.#push(char.text, shown(char.bbox))
    }
    const kana: readonly Char[] = rubies.get((chars.at(-1) as PlacedChar).char)?.kana ?? []
    for (const { text, bbox } of kana) this.#push(text, shown(bbox))
    return { text: foldIdeographs(textOf(chars)), at: [from, this.#length] }
  }

  #push(text: string, bbox: Rect): void {
    this.#parts.push(text)
    for (let unit = 0; unit < text.length; unit += 1) this.boxes.add(bbox)
    this.#length += text.length
  }
}
