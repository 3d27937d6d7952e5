/** Kanji that are printed like a kana, and the kana: OCR reads 二ーズ for ニーズ. */
const KANJI = '二一力口工才夕卜八千'
const KANA = 'ニーカロエオタトハチ'

const meant: ReadonlyMap<string, string> = new Map(
  [...KANJI].map((kanji, index) => [kanji, [...KANA][index] as string]),
)
const pattern = new RegExp(`[${KANJI}]`, 'gu')

/** `text` with one character for each shape, so that two texts are equal where OCR may have read one for the other. */
export const sameShapes = (text: string): string => text.replace(pattern, kanji => meant.get(kanji) ?? kanji)

/** Whether `text` begins with `word`, alike in shape. Nearly every text has another first character, so no more is looked at. */
export function beginsAlike(text: string, word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (!isAlike(text.charAt(at), word.charAt(at))) return false
  return true
}

const isAlike = (a: string, b: string): boolean => a === b || (meant.get(a) ?? a) === (meant.get(b) ?? b)
