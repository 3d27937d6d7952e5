import type { Char } from '../engine/engine.ts'
import { smaller } from './growing.ts'
import type { DraftLine } from './lines.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const digit = /^[0-9０-９]$/

/** In ems of the line: a mark is at least this much above its baseline. */
const leastRaise = 0.15

/** What a character of a line is read as: a small raised digit is a superscript one, everything else itself. */
export function raisedText(char: Char, line: DraftLine): string {
  if (char.fontSize > line.fontSize * smaller || !digit.test(char.text)) return char.text
  const raise = line.baseline - char.origin[1]
  return raise >= line.fontSize * leastRaise ? (superscripts[Number(char.text.normalize('NFKC'))] as string) : char.text
}
