import { crc32, deflateSync } from 'node:zlib'
import type { Indexed } from './palette.ts'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const indexedColor = 3

/** A picture as a PNG file, four bits a pixel where it has no more than sixteen colours. */
export function pngOf({ width, height, palette, pixels }: Indexed): Uint8Array {
  const depth = palette.length <= 16 * 3 ? 4 : 8
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([depth, indexedColor, 0, 0, 0], 8)
  const rows = rowsOf(pixels, width, height, depth)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ])
}

/** Rows without a filter, which does colours by number no good. */
function rowsOf(pixels: Uint8Array, width: number, height: number, depth: number): Uint8Array {
  const length = Math.ceil((width * depth) / 8)
  const rows = new Uint8Array((length + 1) * height)
  for (let y = 0; y < height; y += 1) {
    const [to, from] = [y * (length + 1) + 1, y * width]
    if (depth === 8) rows.set(pixels.subarray(from, from + width), to)
    else
      for (let x = 0; x < width; x += 1) {
        const at = to + (x >> 1)
        rows[at] = (rows[at] as number) | ((pixels[from + x] as number) << (x % 2 === 0 ? 4 : 0))
      }
  }
  return rows
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
