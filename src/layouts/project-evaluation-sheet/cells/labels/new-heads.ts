import { holdsMark } from '../../words/marks.ts'
import type { FormCell } from '../grid.ts'

/** 令和6年度目安, R6目安: a year, then a word that no edition prints there. */
const yearAndWord =
  /^(?:(?:明治|大正|昭和|平成|令和|[MTSHR])?(?:元|\d{1,4})年度|[MTSHR](?:元|\d{1,2}))[^\d年月日]\D{0,12}$/u

/** The head of a year, in words that the form knows or not. */
export const isHeadLike = ({ periods, word }: FormCell): boolean => periods !== undefined || yearAndWord.test(word)

export const isNewHead = (cell: FormCell): boolean =>
  cell.label === undefined && cell.periods === undefined && isHeadLike(cell)

/** A word that may head a column or row: 達成率, 備考. */
export const isHeadWord = ({ label, periods, word }: FormCell): boolean =>
  label === undefined && periods === undefined && !holdsMark(word) && /^[^\d▲△。、-][^。、]{1,14}$/u.test(word)
