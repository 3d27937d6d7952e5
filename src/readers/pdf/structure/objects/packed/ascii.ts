import { Buffer } from '../../../../../platform/index.ts'
import { Output, refuseRest } from './output.ts'

/** Data written as hexadecimal digits; a last one without its second stands for sixteen times as much. */
export function fromHex(data: Uint8Array): Uint8Array {
  const digits = upTo(data, '>')
  const bytes = new Uint8Array(Math.ceil(digits.length / 2))
  let count = 0
  for (const code of digits) {
    if (isSpace(code)) continue
    const digit = digitOf(code)
    bytes[count >> 1] = (bytes[count >> 1] as number) | (count % 2 === 0 ? digit << 4 : digit)
    count += 1
  }
  return bytes.subarray(0, (count + 1) >> 1)
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  if (letter >= 0x61 && letter <= 0x66) return letter - 0x57
  throw new Error('not hexadecimal')
}

/** What comes before an end mark, which may be lost. Throws where much is behind it. */
function upTo(data: Uint8Array, mark: string): Uint8Array {
  const end = Buffer.from(data.buffer, data.byteOffset, data.length).indexOf(mark)
  if (end < 0) return data
  refuseRest(data.length - end - mark.length)
  return data.subarray(0, end)
}

const [zeros, first, last] = ['z'.charCodeAt(0), '!'.charCodeAt(0), 'u'.charCodeAt(0)]
const inOneGroup = 5

/** Data written as groups of five signs, each of which stands for four bytes. */
export function fromAscii85(data: Uint8Array): Uint8Array {
  const output = new Output()
  let [value, signs] = [0, 0]
  for (const code of withoutHead(upTo(data, '~>'))) {
    if (isSpace(code)) continue
    if (code === zeros && signs === 0) {
      output.repeat(0, 4)
      continue
    }
    if (code < first || code > last) throw new Error('not ASCII85')
    value = value * 85 + code - first
    signs += 1
    if (signs < inOneGroup) continue
    addGroup(output, value, 4)
    ;[value, signs] = [0, 0]
  }
  if (signs > 0) addGroup(output, filledUp(value, signs), signs - 1)
  return output.whole
}

/** <~ precedes it outside of PDF. */
function withoutHead(data: Uint8Array): Uint8Array {
  const head = /^\s*<~/.exec(Buffer.from(data.subarray(0, 20)).toString('latin1'))
  return head ? data.subarray(head[0].length) : data
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0 || (code >= 0x09 && code <= 0x0d)

/** A group that is not full as if the last sign followed it until it is. */
const filledUp = (value: number, signs: number): number =>
  signs === inOneGroup ? value : filledUp(value * 85 + last - first, signs + 1)

/** Adds the first of a group's four bytes: where it is not full, those that are told in part are left out. */
function addGroup(output: Output, value: number, bytes: number): void {
  if (value > 0xffffffff) throw new Error('not ASCII85')
  for (let shift = 24; shift > 24 - 8 * bytes; shift -= 8) output.repeat((value >>> shift) & 255, 1)
}
