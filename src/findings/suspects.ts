import { echoesOf } from './echoes.ts'
import type { Rule, Suspect } from './finding.ts'
import type { Lattice } from './lattice.ts'
import { rules } from './rules.ts'
import { remembering } from './weigh.ts'

/** What looks misread in each text of one document: in reading order, no two adjacent. */
export function suspectsIn(
  texts: readonly string[],
  lattice: Lattice,
  wanted: readonly Rule[] = rules,
): readonly (readonly Suspect[])[] {
  const known = { echoes: echoesOf(texts), lattice: remembering(lattice) }
  return texts.map(text => apart(wanted.flatMap(rule => [...rule.suspects(text, known)])))
}

/** Of those that overlap or touch the first stays: one wrong character makes its neighbours look wrong. */
function apart(suspects: readonly Suspect[]): Suspect[] {
  const kept: Suspect[] = []
  for (const each of suspects) if (!kept.some(other => each.from <= other.to && other.from <= each.to)) kept.push(each)
  return kept.sort((a, b) => a.from - b.from)
}
