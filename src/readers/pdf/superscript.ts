import type { Char } from './engine.ts'
import { type DraftLine, smaller } from './lines.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** In ems of the line: a mark stands at least this much above its baseline. */
const leastRaise = 0.15

/** What a character of a line is read as: a small raised digit is a superscript one, everything else itself. */
export function raisedText(char: Char, line: DraftLine): string {
  if (!/^[0-9]$/.test(char.text) || char.fontSize > line.fontSize * smaller) return char.text
  const raise = line.baseline - char.origin[1]
  return raise >= line.fontSize * leastRaise ? (superscripts[Number(char.text)] as string) : char.text
}
