import type { Doc } from '../../envelope.ts'
import { decodeText } from '../../readers/decode.ts'
import { isPdf } from '../../readers/is-pdf.ts'
import { type Picture, picturesOf } from '../../readers/pdf/pictures.ts'
import type { Seen } from '../../review/data/review-of.ts'
import type { Given } from '../questions.ts'
import { bytesOf } from './read.ts'

/** Pixels to a point, of a screen of today. */
const scale = 2

/** So small a picture costs nothing: the size of the page comes with it. */
const smallest = 0.01

/** What is to be seen of the source of a document: the sizes of its pages, or its text. */
export async function seenOf(given: Given, { source: { pages } }: Doc): Promise<Seen> {
  const bytes = await bytesOf(given)
  if (!isPdf(bytes)) return { pages: [], text: decodeText(bytes).text }
  const numbers = pages ? Array.from({ length: pages.to - pages.from + 1 }, (_, index) => pages.from + index) : []
  const sizes = []
  for await (const { number, width, height } of picturesOf(bytes, { ...passwordOf(given), numbers, scale: smallest }))
    sizes.push({ number, width, height, picture: null })
  return { pages: sizes, text: null }
}

/** A page as a picture; null where it cannot be drawn. */
export async function drawn(given: Given, page: number): Promise<Blob | null> {
  const bytes = await bytesOf(given)
  for await (const { picture } of picturesOf(bytes, { ...passwordOf(given), numbers: [page], scale }))
    if (picture) return fileOf(picture)
  return null
}

const passwordOf = ({ password }: Given) => (password === undefined ? {} : { password })

/** So much of a browser's canvas as is needed here. */
interface Canvas {
  getContext(kind: '2d'): { putImageData(data: object, x: number, y: number): void }
  convertToBlob(options: { readonly type: string }): Promise<Blob>
}

const { ImageData, OffscreenCanvas } = globalThis as unknown as {
  readonly ImageData: new (pixels: Uint8ClampedArray, width: number, height: number) => object
  readonly OffscreenCanvas: new (width: number, height: number) => Canvas
}

function fileOf({ width, height, stride, bgrx }: Picture): Promise<Blob> {
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, to = 0; y < height; y += 1)
    for (let from = y * stride, x = 0; x < width; x += 1, from += 4, to += 4) {
      pixels[to] = bgrx[from + 2] as number
      pixels[to + 1] = bgrx[from + 1] as number
      pixels[to + 2] = bgrx[from] as number
      pixels[to + 3] = 255
    }
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}
