import type { Line } from '../../../document/model.ts'
import { DASHES } from '../../../normalise/tables/marks.ts'
import { lineText } from './lines.ts'

/** The code of a measure as printed: 2-2, ２－２, 2-2-1; a converter may put a long vowel mark for the dash. */
const code = `\\d{1,2}(?:\\s?[${DASHES}ー]\\s?\\d{1,2}){1,2}`

export const leadingCode = new RegExp(`^${code}(?![\\d${DASHES}])`, 'du')
/** 施策1-3, 施策（1-3）: behind the word, in brackets or not. */
export const namedCode = new RegExp(`^(?<word>施策)\\s?[（(]?(?<code>${code})[）)]?(?![\\d${DASHES}])`, 'du')
/** (1-3)施策名: in brackets alone. */
export const bracketedCode = new RegExp(`^[（(]\\s?(?<code>${code})\\s?[）)]`, 'du')
export const trailingCode = new RegExp(`(?<![\\d${DASHES}])${code}$`, 'du')
const codeAlone = new RegExp(`^${code}$`, 'u')

/** Whether a line is a measure code and nothing else: the mark of a record's top, out of place anywhere below it. */
export const isCodeLine = (line: Line): boolean => codeAlone.test(lineText(line))
