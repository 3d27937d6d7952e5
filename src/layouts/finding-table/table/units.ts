import type { Line } from '../../../document/model.ts'
import { concat, type Printed } from '../../../document/printed.ts'
import { wordsOf } from '../text/lines.ts'
import { isCleanName, isOfficeName } from '../text/organisations.ts'

interface Piece {
  readonly on: Printed
  readonly text: string
}

/** The names in a cell, and what stands there besides. */
export interface Units {
  readonly names: readonly Printed[]
  readonly others: readonly Printed[]
}

/** What no name of a unit holds: a sentence has got into the cell. */
const noName = /[をがはへ、。「」]/u
const longest = 24

/**
 * The units that a cell names, one a line or several on one; a name that its narrow column wraps (`子ども未来⏎局`) ends where its
 * ending says that it is whole. What is no name is kept apart.
 */
export function unitsIn(lines: readonly Line[]): Units {
  const names: Piece[] = []
  const others: Piece[] = []
  let open: Piece | undefined
  for (const word of lines.flatMap(wordsOf)) {
    const above = names.at(-1)
    if (noName.test(word.text) || word.text.length > longest) others.push(word)
    else if (open) open = closed(names, joined(open, word))
    else if (above && goesOn(above, word)) names[names.length - 1] = joined(above, word)
    else open = closed(names, word)
  }
  if (open) (names.length === 0 && open.text.length > 1 ? names : others).push(open)
  return { names: names.map(name => name.on), others: others.map(other => other.on) }
}

const joined = (one: Piece, other: Piece): Piece => ({ on: concat(one.on, other.on), text: one.text + other.text })

/** Takes a name that is whole; one that is not stays open. */
function closed(names: Piece[], piece: Piece): Piece | undefined {
  if (!isCleanName(piece.text)) return piece
  names.push(piece)
  return undefined
}

/** 教育委員会⏎事務局 is one name. */
const goesOn = (above: Piece, word: Piece): boolean => isOfficeName(word.text) && isCleanName(above.text)
