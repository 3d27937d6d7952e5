import { mostBytesOfStream } from '../../../limits.ts'

/** A number of the parameters of a filter, or the usual one where they do not say. */
export type NumberOf = (key: string, usual: number) => number

/** Undoes the predictors of PNG; that of TIFF is for pictures. */
export function unpredicted(data: Uint8Array, numberOf: NumberOf): Uint8Array {
  if (numberOf('Predictor', 1) < 10) return data
  const pixel = Math.ceil((numberOf('Colors', 1) * numberOf('BitsPerComponent', 8)) / 8)
  const width = Math.ceil((numberOf('Columns', 1) * numberOf('Colors', 1) * numberOf('BitsPerComponent', 8)) / 8)
  if (!(width > 0 && width < mostBytesOfStream)) throw new Error('no such row')
  const rows = Math.floor((data.length + width) / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row += 1) undoRow(data, row * (width + 1), out, row * width, width, pixel)
  return out
}

function undoRow(data: Uint8Array, from: number, out: Uint8Array, to: number, width: number, pixel: number): void {
  const kind = data[from] as number
  if (kind > 4) throw new Error('no such predictor')
  for (let column = 0; column < width; column += 1) {
    const left = column < pixel ? 0 : (out[to + column - pixel] as number)
    const up = to === 0 ? 0 : (out[to + column - width] as number)
    const corner = column < pixel || to === 0 ? 0 : (out[to + column - width - pixel] as number)
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] as number
    out[to + column] = ((data[from + 1 + column] ?? 0) + guess) & 255
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
