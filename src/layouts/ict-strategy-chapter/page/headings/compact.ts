import { fold, type Printed, slice, textOf } from '../../../../document/printed.ts'
import { wordOf } from '../../../../document/words.ts'
import { beginsAlike } from '../../../../normalise/same-shapes.ts'
import { compact } from '../../../../normalise/whitespace.ts'

/** A text as words are compared, without its spaces and widths folded, and the way back from its offsets to the printed text. */
export interface Compact {
  readonly text: string
  readonly part: (from: number, to?: number) => Printed
}

/** A text without its spaces; `part` gives the printed text between two offsets of it, empty where they are the same. */
export function compacted(on: Printed): Compact {
  const folded = fold(on)
  const printed = textOf(folded)
  const text = compact(printed)
  const offsets: number[] = []
  for (let at = 0; at < printed.length; at += 1) if (!/\s/u.test(printed[at] as string)) offsets.push(at)
  const part = (from: number, to = text.length): Printed =>
    from >= to ? { pieces: [] } : slice(folded, offsets[from] as number, (offsets[to - 1] as number) + 1)
  return { text, part }
}

/** The word that a text begins with, spaces or none between its letters, also where OCR read 二 for ニ, and what follows it. */
export function startingWith(on: Printed, word: string): { word: Printed; rest: Printed | undefined } | undefined {
  // Nearly every line begins otherwise: the way back to what is printed is looked for only where it is needed.
  if (!beginsAlike(wordOf(on), word)) return undefined
  const { text, part } = compacted(on)
  return { word: part(0, word.length), rest: text.length > word.length ? part(word.length) : undefined }
}
