/** Kanji that are printed like a kana, and the kana: OCR reads 二ーズ for ニーズ. */
const KANJI = '二一力口工才夕卜八千'
const KANA = 'ニーカロエオタトハチ'

const meant: ReadonlyMap<string, string> = new Map(
  [...KANJI].map((kanji, index) => [kanji, [...KANA][index] as string]),
)
const pattern = new RegExp(`[${KANJI}]`, 'gu')

/** `text` with one character for each shape, so that two texts are equal where OCR may have read one for the other. */
export const sameShapes = (text: string): string => text.replace(pattern, kanji => meant.get(kanji) ?? kanji)
