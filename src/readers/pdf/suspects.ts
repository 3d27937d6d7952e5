import type { Suspicion } from '../../document/model.ts'
import type { Char, EnginePage } from './engine.ts'
import { isUnusable } from './legibility.ts'
import { isOn } from './printed-once.ts'

/** The characters of a page that are seen: what a clip cuts off is in the file but not on the page. */
export const seenOn = ({ chars }: EnginePage): Char[] => chars.filter(char => !char.cutOff)

/** The characters not to be believed without a look: those without usable Unicode, and the last ones before a cut. */
export function suspectsOf(page: EnginePage): Map<Char, Suspicion> {
  const found = new Map<Char, Suspicion>()
  const lost = page.chars.filter(char => char.cutOff && char.text.trim() !== '')
  const seen = lost.length > 0 ? isOn(seenOn(page)) : () => true
  for (const char of lost) if (!seen(char)) for (const edge of besideCut(page.chars, char)) found.set(edge, 'cut-off')
  for (const char of page.chars) if (!char.cutOff && isUnusable(char)) found.set(char, 'no-unicode')
  return found
}

/** The seen characters of the same object next to one that is not: where it was cut. */
function besideCut(chars: readonly Char[], lost: Char): Char[] {
  const at = chars.indexOf(lost)
  return [chars[at - 1], chars[at + 1]].filter(
    char => char !== undefined && char.objectId === lost.objectId && !char.cutOff && char.text.trim() !== '',
  ) as Char[]
}
