import type { Suspicion } from '../../../document/model.ts'
import type { Char, EnginePage } from '../engine/engine.ts'
import { unusableOn } from '../file/legibility.ts'
import type { Cut } from './cut.ts'

/** The characters of a page that are seen: what a clip cuts off is in the file but not on the page. */
export const seenOn = ({ chars }: EnginePage): Char[] => chars.filter(char => !char.cutOff)

/** The characters not to be believed without a look: those struck out, without usable Unicode, and the last ones before a cut. */
export function suspectsOf(page: EnginePage, struck: readonly Char[], cut: Cut): Map<Char, Suspicion> {
  const found = new Map<Char, Suspicion>()
  for (const char of struck) found.set(char, 'struck-out')
  for (const edge of cut.edges.keys()) found.set(edge, 'cut-off')
  const isUnusable = unusableOn(page)
  for (const char of page.chars) if (!char.cutOff && isUnusable(char)) found.set(char, 'no-unicode')
  return found
}
