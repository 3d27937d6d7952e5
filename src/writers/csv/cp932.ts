/**
 * CP932 (Windows-31J) by inverting what Node decodes. Node calls it `shift_jis`; its table is the one of Windows:
 * 0x8160 is ～ U+FF5E, 0x817C is － U+FF0D. Wave dash U+301C, minus U+2212 and em dash U+2014 therefore have no place in it.
 */

/**
 * The lead bytes in the order in which Windows chooses among duplicates: JIS X 0208 with NEC row 13 inside it first, then
 * the IBM extensions, and the NEC selection of them last. User-defined rows (0xF0–0xF9) have no characters.
 */
const leadBytes: readonly (readonly [from: number, to: number])[] = [
  [0x81, 0x9f],
  [0xe0, 0xec],
  [0xfa, 0xfc],
  [0xed, 0xee],
]

const halfwidthKatakana = { from: 0xff61, to: 0xff9f, byte: 0xa1 }

let table: ReadonlyMap<string, number> | undefined

/** The double-byte characters, each with its code; made at the first use. */
function doubleBytes(): ReadonlyMap<string, number> {
  table ??= tableOf()
  return table
}

function tableOf(): Map<string, number> {
  const decoder = new TextDecoder('shift_jis')
  const codes = new Map<string, number>()
  for (const [from, to] of leadBytes)
    for (let lead = from; lead <= to; lead += 1)
      for (let trail = 0x40; trail <= 0xfc; trail += 1) {
        const character = decoder.decode(Uint8Array.of(lead, trail))
        if (isOneCharacter(character) && !codes.has(character)) codes.set(character, lead * 256 + trail)
      }
  return codes
}

const isOneCharacter = (decoded: string): boolean => decoded.length === 1 && decoded !== '\uFFFD'

/** The code of a character, of one byte or two, or undefined where CP932 has none. */
function codeOf(character: string): number | undefined {
  const point = character.codePointAt(0) as number
  if (point < 0x80) return point
  const { from, to, byte } = halfwidthKatakana
  return point >= from && point <= to ? point - from + byte : doubleBytes().get(character)
}

/** The first character of a text that CP932 lacks, or undefined where it has them all. */
export function firstUnmappable(text: string): string | undefined {
  for (const character of text) if (codeOf(character) === undefined) return character
  return undefined
}

/** A text in CP932. Throws a RangeError for a character that CP932 lacks: check with `firstUnmappable` first. */
export function encodeCp932(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  let length = 0
  for (const character of text) {
    const code = codeOf(character)
    if (code === undefined) throw new RangeError(`CP932 has no ${describe(character)}`)
    if (code > 0xff) bytes[length++] = code >> 8
    bytes[length++] = code & 0xff
  }
  return bytes.subarray(0, length)
}

/** A character with its code point, as messages name it: `"〜" (U+301C)`. */
export const describe = (character: string): string =>
  `"${character}" (U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')})`
