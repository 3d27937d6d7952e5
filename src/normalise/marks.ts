import { CHOSEN_MARKS, DASHES, LIST_MARKS, OPEN_MARKS, OTHER_BLANKS } from './tables/marks.ts'

const CHOSEN: ReadonlySet<string> = new Set(CHOSEN_MARKS)
const OPEN: ReadonlySet<string> = new Set(OPEN_MARKS)
const LIST: ReadonlySet<string> = new Set(LIST_MARKS)
const BLANK = new RegExp(`^[\\s\\p{Cc}\\p{Cf}${DASHES}${OTHER_BLANKS}]*$`, 'u')

/** Whether `ch` is a mark that says its option is chosen (`● ■ ☑`); false for anything but one such character. */
export function isChosenMark(ch: string): boolean {
  return CHOSEN.has(ch)
}

/** Whether `ch` is a mark that says its option is not chosen (`○ □ ☐`); false for anything but one such character. */
export function isOpenMark(ch: string): boolean {
  return OPEN.has(ch)
}

/**
 * Whether `ch` is a mark that can begin a list item (`・ ■ ○ ● ◆ -`); false for anything but one such character.
 * The caller decides whether it does begin one in its place: rule 2.3.
 */
export function isListMark(ch: string): boolean {
  return LIST.has(ch)
}

/** Whether the whole of `text` stands for what is printed above it: 〃, 同上. */
export function isDitto(text: string): boolean {
  return /^\s*(?:[〃″仝]|同\s?上)\s*$/u.test(text)
}

/** Whether the whole of `text` says "not filled in": dashes (`－ ― -`), dots (`…`) or nothing but spaces. Section 1. */
export function isBlankMark(text: string): boolean {
  return BLANK.test(text)
}
