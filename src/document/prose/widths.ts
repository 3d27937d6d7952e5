/** Widths in ems as proportional Japanese fonts print them; measured on lines of one printed measure, which then agree within 5 %. */
const widths: readonly (readonly [pattern: RegExp, ems: number])[] = [
  [/[\u0020-\u00ff\uff61-\uff9f]/, 0.52],
  [/[、。，．・]/, 0.5],
  [/[「」『』（）【】〔〕［］]/, 0.6],
  [/[\u3041-\u309f]/, 0.9],
  [/[\u30a0-\u30ff]/, 0.84],
  [/[\uff10-\uff5a\u3000]/, 0.68],
]

const known = new Map<string, number>()

function widthOf(ch: string): number {
  const width = known.get(ch) ?? widths.find(([pattern]) => pattern.test(ch))?.[1] ?? 1
  known.set(ch, width)
  return width
}

/** The width of a text in ems, as printed in a proportional font. */
export function emWidth(text: string): number {
  let width = 0
  for (const ch of text) width += widthOf(ch)
  return width
}

/** The ems of white space a line begins with; a tab counts as an ideographic space. */
export const emIndent = (text: string): number => emWidth((/^\s*/u.exec(text)?.[0] ?? '').replaceAll('\t', '　'))

/** The median of some numbers, the lower of two middle ones; 0 where there are none. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] as number
}
