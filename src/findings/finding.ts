import type { Words } from '../messages/words.ts'
import type { Echoes } from './echoes.ts'
import type { Lattice } from './lattice.ts'

/** A place inside a text that looks misread. */
export interface Suspect {
  readonly from: number
  readonly to: number
  /** What it probably should be; null where that is unknown. */
  readonly suggestion: string | null
  /** The reason as reported: half a sentence. */
  readonly why: Words
}

/** What the rules consult: the document's own wording, and the dictionary. */
export interface Known {
  readonly echoes: Echoes
  readonly lattice: Lattice
}

/** One way to notice a misreading. A rule looks at one text at a time and never changes it. */
export interface Rule {
  readonly id: string
  readonly suspects: (text: string, known: Known) => Iterable<Suspect>
}
