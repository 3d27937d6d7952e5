import { Output, refuseRest } from './output.ts'

/** Data packed as runs of one byte and stretches as they are. */
export function fromRuns(data: Uint8Array): Uint8Array {
  const output = new Output()
  let at = 0
  while (at < data.length && data[at] !== 128) {
    const length = data[at] as number
    if (length < 128) output.add(data.subarray(at + 1, at + length + 2))
    else output.repeat(data[at + 1] ?? 0, 257 - length)
    at += length < 128 ? length + 2 : 2
  }
  refuseRest(data.length - at - 1)
  return output.whole
}

const clear = 256
const end = 257
const longestCode = 12

/** Data packed by LZW. `early`: codes grow longer by one code before they must, which is the usual. */
export function fromLzw(data: Uint8Array, early: number): Uint8Array {
  const output = new Output()
  let table: Uint8Array[] = []
  let before: Uint8Array | undefined
  for (let bit = 0, bits = 9; bit + bits <= data.length * 8; ) {
    const code = bitsAt(data, bit, bits)
    bit += bits
    if (code === end) {
      refuseRest(data.length - Math.ceil(bit / 8))
      break
    }
    if (code === clear) {
      ;[table, before, bits] = [[], undefined, 9]
      continue
    }
    const part: Uint8Array = partOf(code, table, before)
    output.add(part)
    if (before && table.length < 4096 - end - 1) table.push(joined(before, part[0] as number))
    before = part
    bits = Math.min(longestCode, Math.max(9, 32 - Math.clz32(table.length + end + early + 1)))
  }
  return output.whole
}

function partOf(code: number, table: readonly Uint8Array[], before: Uint8Array | undefined): Uint8Array {
  if (code < clear) return Uint8Array.of(code)
  const known = table[code - end - 1]
  if (known) return known
  if (!before || code - end - 1 !== table.length) throw new Error('no such code')
  return joined(before, before[0] as number)
}

function joined(part: Uint8Array, last: number): Uint8Array {
  const whole = new Uint8Array(part.length + 1)
  whole.set(part)
  whole[part.length] = last
  return whole
}

/** The number in some bits, the first being the highest. */
function bitsAt(data: Uint8Array, bit: number, bits: number): number {
  const at = bit >> 3
  const three = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0)
  return (three >> (24 - (bit & 7) - bits)) & ((1 << bits) - 1)
}
