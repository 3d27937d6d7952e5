/** The letters that count the items of a list, in order. */
export const SERIES = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'

/**
 * Characters that OCR mistakes for a letter of the series, read side by side. Numerals that count lists of their
 * own (一 二 三 七 千) are left out, as 二 in a list is the number two.
 */
export const LOOKALIKES = {
  printed: '工才力夕卜口八又ァィゥェォヵヶッャュョ',
  letters: 'エオカタトロハヌアイウエオカケツヤユヨ',
}
