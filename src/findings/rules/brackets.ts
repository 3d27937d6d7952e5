import { say, type Words } from '../../messages/words.ts'
import type { Rule, Suspect } from '../finding.ts'

/** Halfwidth and fullwidth go together: the source mixes them. */
const pairs = ['((', '（(', '[[', '［[', '「「', '『『', '【【', '〔〔', '《《', '〈〈']
const closers = ['))(', '）)(', ']][', '］][', '」」「', '』』『', '】】【', '〕〕〔', '》》《', '〉〉〈']
const opens: ReadonlyMap<string, string> = new Map(pairs.map(pair => [pair.charAt(0), pair.charAt(1)]))
const closes: ReadonlyMap<string, string> = new Map(closers.map(row => [row.charAt(0), row.charAt(2)]))

/** A bracket without its other half: the other is misread, or the text is cut. */
export const bracketRule: Rule = {
  id: 'bracket',
  *suspects(text) {
    const open: { at: number; kind: string }[] = []
    for (let at = 0; at < text.length; at += 1) {
      const kind = opens.get(text.charAt(at))
      const closed = closes.get(text.charAt(at))
      if (kind !== undefined) open.push({ at, kind })
      if (closed === undefined) continue
      if (open.at(-1)?.kind === closed) open.pop()
      else if (!isMark(text, at)) yield lone(at, say('LONE_CLOSING_BRACKET'))
    }
    for (const { at } of open) yield lone(at, say('LONE_OPENING_BRACKET'))
  },
}

const lone = (at: number, why: Words): Suspect => ({
  from: at,
  to: at + 1,
  suggestion: null,
  why,
})

/** 1) or 総）: a short mark at the start of a line, followed by a bracket that was never opened. */
const isMark = (text: string, at: number): boolean => {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at)
  return before.length > 0 && before.length <= 3
}
