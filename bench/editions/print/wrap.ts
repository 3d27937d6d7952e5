import type { Paragraph, Run } from './model.ts'

/** A part of a line in one style; x in points from the left edge of the area. */
export interface Piece {
  readonly text: string
  readonly run: Run
  readonly x: number
  readonly width: number
  readonly size: number
}

export interface Line {
  readonly pieces: readonly Piece[]
  readonly size: number
  readonly height: number
  readonly boxed: boolean
}

interface Token {
  readonly text: string
  readonly run: Run
  readonly width: number
  readonly size: number
}

/** In ems; signs of the ASCII range and half-width kana are half as wide as the others. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[ -~｡-ﾟ]/u.test(sign) ? 0.5 : 1), 0)

/** The lines of a paragraph in an area of so many points. */
export function linesOf(paragraph: Paragraph, width: number, baseSize: number, leading: number): Line[] {
  const size = baseSize * (paragraph.scale ?? 1)
  const left = (paragraph.left ?? 0) * size
  const startOf = (index: number) => left + ((index === 0 ? paragraph.indent : paragraph.hanging) ?? 0) * size
  const parts = brokenAt(paragraph.runs)
  const lines = parts.flatMap((runs, part) =>
    filled(tokensOf(runs, size, width), index => width - startOf(index + part)),
  )
  return lines.map((tokens, index) => {
    const free = width - startOf(index) - sum(tokens)
    const shift = paragraph.align === 'center' ? free / 2 : paragraph.align === 'right' ? free : 0
    return {
      pieces: piecesOf(tokens, startOf(index) + shift),
      size,
      height: size * leading,
      boxed: paragraph.boxed === true,
    }
  })
}

/** The runs, parted where a text has a line break. */
function brokenAt(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]]
  for (const run of runs)
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) parts.push([])
      parts.at(-1)?.push({ ...run, text })
    })
  return parts
}

/** Latin words are kept whole where they fit into a line, other signs stand alone. */
function tokensOf(runs: readonly Run[], size: number, width: number): Token[] {
  return runs.flatMap(run => {
    const own = run.raised ? size * 0.55 : run.badge ? size * 0.8 : size
    const words = run.text.match(run.badge ? /.+/gu : /[!-~]+|./gsu) ?? []
    const parts = words.flatMap(word => (widthOf(word) * own > width ? [...word] : [word]))
    return parts.map(text => ({ text, run, width: widthOf(text) * own, size: own }))
  })
}

const startsNoLine = /^[、。，．」』）】〕・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ？！%％）]/u
const endsNoLine = /[「『（【〔]$/u

function filled(tokens: readonly Token[], room: (index: number) => number): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of tokens) {
    const line = lines.at(-1) as Token[]
    if (line.length === 0 || sum(line) + token.width <= room(lines.length - 1)) line.push(token)
    else lines.push([...takenAlong(line, token), token])
  }
  return lines
}

/** What goes to the next line with a token: a sign that may not end a line, or one more where the token may not begin one. */
function takenAlong(line: Token[], next: Token): Token[] {
  const taken: Token[] = []
  const isBad = () => startsNoLine.test((taken[0] ?? next).text) || endsNoLine.test(line.at(-1)?.text ?? '')
  while (line.length > 2 && taken.length < 3 && isBad()) taken.unshift(line.pop() as Token)
  return taken
}

function piecesOf(tokens: readonly Token[], start: number): Piece[] {
  const pieces: Piece[] = []
  let x = start
  for (const token of tokens) {
    const last = pieces.at(-1)
    if (last && last.run === token.run)
      pieces[pieces.length - 1] = { ...last, text: last.text + token.text, width: last.width + token.width }
    else pieces.push({ text: token.text, run: token.run, x, width: token.width, size: token.size })
    x += token.width
  }
  return pieces
}

const sum = (tokens: readonly Token[]): number => tokens.reduce((total, { width }) => total + width, 0)
