import type { Picture } from '../../readers/pdf/pictures.ts'

/** A picture of few colours. */
export interface Indexed {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each colour, 256 at most. */
  readonly palette: Uint8Array
  /** The colour of each pixel, row by row. */
  readonly pixels: Uint8Array
}

/** Print is black on white: so many steps between them show every stroke. */
const greys = 16

/** More colours than these are a photograph, where the nearest one does. */
const mostColors = 256

/** Channels that differ by less are of one grey: the edge of a letter. */
const nearGrey = 24

/** A picture in the colours that it has most often; greys in sixteen steps, other colours in sixteen steps a channel. */
export function indexed({ width, height, stride, bgrx }: Picture): Indexed {
  const keys = new Uint16Array(width * height)
  const counts = new Uint32Array(firstColor + 4096)
  for (let y = 0, at = 0; y < height; y += 1)
    for (let from = y * stride, x = 0; x < width; x += 1, at += 1, from += 4) {
      const key = keyOf(bgrx[from + 2] as number, bgrx[from + 1] as number, bgrx[from] as number)
      keys[at] = key
      counts[key] = (counts[key] as number) + 1
    }
  const kept = commonest(counts)
  const index = indexOf(counts, kept)
  const pixels = new Uint8Array(keys.length)
  for (let at = 0; at < keys.length; at += 1) pixels[at] = index[keys[at] as number] as number
  return { width, height, palette: Uint8Array.from(kept.flatMap(colorOf)), pixels }
}

/** Keys below are greys, those from here on colours of four bits a channel. */
const firstColor = greys

function keyOf(red: number, green: number, blue: number): number {
  const spread = Math.max(red, green, blue) - Math.min(red, green, blue)
  if (spread < nearGrey) return Math.round(((red + green + blue) / 3 / 255) * (greys - 1))
  return firstColor + (((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4))
}

function colorOf(key: number): [red: number, green: number, blue: number] {
  if (key < firstColor) return [key, key, key].map(step => step * 17) as [number, number, number]
  const color = key - firstColor
  return [color >> 8, (color >> 4) & 15, color & 15].map(step => step * 17) as [number, number, number]
}

function commonest(counts: Uint32Array): number[] {
  const used = [...counts.keys()].filter(key => (counts[key] as number) > 0)
  const byCount = used.toSorted((a, b) => (counts[b] as number) - (counts[a] as number))
  return byCount.slice(0, mostColors).sort((a, b) => a - b)
}

/** For each key that occurs the number of the nearest colour that is kept. */
function indexOf(counts: Uint32Array, kept: readonly number[]): Uint8Array {
  const index = new Uint8Array(counts.length)
  const colors = kept.map(colorOf)
  for (const [key, count] of counts.entries()) if (count > 0) index[key] = nearest(colorOf(key), colors)
  return index
}

function nearest(color: readonly number[], colors: readonly (readonly number[])[]): number {
  const distances = colors.map(other => other.reduce((sum, step, at) => sum + (step - (color[at] as number)) ** 2, 0))
  return distances.indexOf(Math.min(...distances))
}
