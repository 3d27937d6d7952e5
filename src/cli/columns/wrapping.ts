import { segmentsOf } from './segments.ts'
import { widthOf } from './width.ts'

/** What no line begins with. */
const closing = /^[、。，．）」』】：；・ー％]/u

/** A text in lines of at most so many columns: between words of Latin script, and between the words of Japanese, which has no spaces. */
export function wrapped(text: string, columns: number): string {
  return text
    .split('\n')
    .map(line => linesOf(line, columns).join('\n'))
    .join('\n')
}

function linesOf(text: string, columns: number): string[] {
  const lines: string[] = ['']
  for (const piece of piecesOf(text)) {
    const last = lines[lines.length - 1] as string
    if (last !== '' && widthOf(last + piece.trimEnd()) > columns) lines.push(piece.trimStart())
    else lines[lines.length - 1] = last + piece
  }
  return lines.map(line => line.trimEnd())
}

const isJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。（）「」]/u

/** Words with the space and closing marks behind them; a run of Latin text without a space is one piece. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const segment of segmentsOf(text, 'word')) {
    const last = pieces.at(-1)
    const goesOn = last !== undefined && (closing.test(segment) || /[（「『【]$/u.test(last) || isTight(last, segment))
    if (goesOn) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces
}

const isTight = (last: string, segment: string): boolean =>
  /^\s/u.test(segment) || (!/\s$/u.test(last) && !isJapanese.test(last.slice(-1)) && !isJapanese.test(segment))
