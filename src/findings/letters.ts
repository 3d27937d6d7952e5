const LETTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u

/** Whether `ch` is one kanji or kana, the long vowel mark included. */
export const isJapanese = (ch: string): boolean => LETTER.test(ch)

export const isHiragana = (ch: string): boolean => /^[ぁ-ゖ]$/u.test(ch)

export const isKatakana = (ch: string): boolean => /^[ァ-ヺー]$/u.test(ch)

export const isKanji = (ch: string): boolean => /^(?![々〇])\p{Script=Han}$/u.test(ch)

export const isDigit = (ch: string): boolean => /^[0-9]$/.test(ch)

/** One or two kana are a particle or an ending: they occur everywhere and prove nothing. */
export const isTelling = (word: string): boolean => word.length > 1 && !/^[ぁ-ゖ]{2}$/u.test(word)
