import { isListMark } from '../../normalise/marks.ts'
import { type Printed, textOf } from '../printed.ts'

const asText = (words: Printed | string): string => (typeof words === 'string' ? words : textOf(words))

/** Whether a text ends a sentence: with 。 or an equivalent sign. Spaces after it do not count. */
export const endsSentence = (words: Printed | string): boolean => /[。．！？!?]\s*$/u.test(asText(words))

/** Whether a text ends where a paragraph may: with its sentence, or with a bracket that closes one (…を行う（再掲）). */
export const mayEndParagraph = (words: Printed | string): boolean => /[。．！？!?）)」』】]\s*$/u.test(asText(words))

/** Whether a line begins an item: with a list mark or a number in a circle. */
export const beginsItem = (text: string): boolean => isListMark(text.charAt(0)) || /^[①-⑳㉑-㊿]/u.test(text)

/** Whether a line begins something of its own: an item, a note ※ or a head in 【】. */
export const beginsItself = (text: string): boolean => beginsItem(text) || /^[※【]/u.test(text)

/** Whether a text is a head in 【】 and nothing else. */
export const isHeadInBrackets = (text: string): boolean => /^【[^】]*】$/u.test(text)

/** Whether a text is a note: ※…. */
export const isNote = (words: Printed | string): boolean => asText(words).startsWith('※')
