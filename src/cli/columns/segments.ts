type Granularity = 'grapheme' | 'word'

const segmenters = new Map<Granularity, Intl.Segmenter>()

/** The characters or the words of a text. What parts them is made when it is first asked for: that takes longer than a start. */
export function segmentsOf(text: string, granularity: Granularity): string[] {
  const segmenter = segmenters.get(granularity) ?? new Intl.Segmenter('ja', { granularity })
  segmenters.set(granularity, segmenter)
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
