// By the pattern itself: building a key of its source and flags costs as much as a match of a short text.
const ownPatterns = new WeakMap<RegExp, RegExp>()

/**
 * A pattern of our own, so that nobody else moves its `lastIndex`. The indices of groups cost the engine a second run over the text: they are
 * requested only where there are groups.
 */
function ownPattern(pattern: RegExp): RegExp {
  const known = ownPatterns.get(pattern)
  if (known) return known
  const isGrouped = pattern.source.includes('(?<')
  const own = new RegExp(pattern.source, isGrouped ? pattern.flags : pattern.flags.replace('d', ''))
  ownPatterns.set(pattern, own)
  return own
}

/** Every match of a pattern with the flag `g`, as `matchAll` gives them; throws where the flag is missing. */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const own = ownPattern(pattern)
  if (!own.global) throw new TypeError('a pattern without the flag g has one match')
  own.lastIndex = 0
  const found: RegExpExecArray[] = []
  for (let match = own.exec(text); match; match = own.exec(text)) {
    found.push(match)
    if (match[0] === '') own.lastIndex += lengthAt(text, match.index)
  }
  return found
}

/** The code units of the character at an offset, at least one. */
const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
