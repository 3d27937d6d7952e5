import { match, textOf } from '../../../../document/printed.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import { type FootNote, footNoteAt } from '../../page/headings/headings.ts'
import { listMarkOf } from '../../page/headings/list-marks.ts'
import { isParted, joinParagraphs, paragraphsOf } from '../../page/paragraphs.ts'
import type { LineToken, Token } from '../../page/stream.ts'
import type { Explanation } from './explanation.ts'

/** Takes the notes at the foot of the pages out of the text: ¹⁰⁴ ブラックアウト：…. */
export function takeFootNotes(tokens: readonly Token[]): { rest: Token[]; found: Explanation[] } {
  const rest: Token[] = []
  const found: Explanation[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const note = noteAt(tokens, at)
    if (!note) {
      rest.push(token)
      continue
    }
    const lines = [note.line, ...followers(tokens, note.at)]
    at = note.at + lines.length - 1
    found.push(footNote(note, lines))
  }
  return { rest, found }
}

/** A note, its number on the same line or on one of its own: 104⏎ブラックアウト：…. */
function noteAt(tokens: readonly Token[], at: number) {
  const [token, next] = tokens.slice(at, at + 2)
  if (token?.kind !== 'line') return undefined
  const note = footNoteAt(token.line.on)
  if (note) return { ...note, line: token, at }
  const isNumber = /^\d{1,3}$/u.test(compact(textOf(token.line.on)))
  if (!isNumber || next?.kind !== 'line' || next.page !== token.page) return undefined
  if (!/^[^：:。、]{1,30}[：:]/u.test(textFrom(tokens, at + 1, longestTerm))) return undefined
  const whole = [next, ...followers(tokens, at + 1)].map(each => textOf(each.line.on)).join('')
  return /^[^：:。、]{1,30}[：:]\s*\S.*。$/u.test(whole)
    ? { sign: undefined, no: token.line.on, text: next.line.on, line: next, at: at + 1 }
    : undefined
}

/** In characters. */
const longestTerm = 30

/** The first characters of a note, of as many lines as that takes. */
const textFrom = (tokens: readonly Token[], at: number, most: number): string =>
  [tokens[at] as LineToken, ...followers(tokens, at, most)].map(each => textOf(each.line.on)).join('')

/** The lines that go on from one, `most` of them at the most. */
function followers(tokens: readonly Token[], at: number, most = Number.POSITIVE_INFINITY): LineToken[] {
  const lines: LineToken[] = []
  let before = tokens[at] as LineToken
  for (let next = tokens[at + 1]; next?.kind === 'line'; next = tokens[at + 1 + lines.length]) {
    if (lines.length === most) break
    const isOther = next.page !== before.page || footNoteAt(next.line.on) || listMarkOf(next.line.on)
    if (isOther || isParted(before, next)) break
    lines.push(next)
    before = next
  }
  return lines
}

function footNote({ sign, no, text }: FootNote, [first, ...more]: readonly LineToken[]): Explanation {
  const whole = first ? [{ ...first, line: { ...first.line, on: text } }, ...more] : more
  const on = joinParagraphs(paragraphsOf(whole))
  const { term, colon, definition } =
    match(on, /^(?<term>[^：:。]{1,40}?)\s*(?<colon>[：:])\s*(?<definition>.+)$/dsu)?.groups ?? {}
  const signs = sign ? [sign] : []
  if (!term || !colon || !definition) return { no, term: { pieces: [] }, definition: on, marks: signs }
  return { no, term, definition, marks: [...signs, colon] }
}
