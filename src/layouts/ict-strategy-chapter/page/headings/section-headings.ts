import { type Printed, slice, textOf, trim } from '../../../../document/printed.ts'
import { endsSentence } from '../../../../document/prose/sentences.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import { goalsWords, type Section, sectionWords } from '../../words/index.ts'
import { startingWith } from './compact.ts'

/** A word of the form at the start of a line, and what is printed behind it. */
export interface Headed<T> {
  readonly word: Printed
  readonly is: T
  readonly rest: Printed | undefined
}

const sections = Object.entries(sectionWords).map(([is, words]) => ({ is: is as Section, words: words.map(compact) }))
const goals = goalsWords.map(compact)

/** こう変える: the heading of a section, alone on its line or with a sentence behind it that is none of it; undefined of any other line. */
export function sectionAt(on: Printed): Headed<Section> | undefined {
  for (const { is, words } of sections) {
    const found = headedBy(on, words)
    if (found) return { ...found, is }
  }
  return undefined
}

/** 関連する SDGs のゴール, whose goals are pictures; undefined of any other line. */
export const goalsAt = (on: Printed): Headed<'goals'> | undefined => {
  const found = headedBy(on, goals)
  return found && { ...found, is: 'goals' }
}

function headedBy(on: Printed, words: readonly string[]): { word: Printed; rest: Printed | undefined } | undefined {
  const own = headingMark.test(textOf(on)) ? trim(slice(on, 1)) : on
  for (const word of words) {
    const found = startingWith(own, word)
    if (found && (own === on ? isApart(found.rest) : found.rest === undefined))
      return { word: found.word, rest: found.rest }
  }
  return undefined
}

/** ◎市民のニーズや課題: alone behind a mark that no item of a list has. */
const headingMark = /^[◎■◆●▼]/u

/** こう変えるために…, ICTやデータの活用により…: a sentence that goes on from the word itself. */
export const goesOn = /^(?:[をがにはのとでもへやかし、・，,（(]|する|した|され|させ|せず|ため|こと|など|まで|より)/u

/** What is behind a heading is nothing, or a sentence that does not go on from it. */
const isApart = (rest: Printed | undefined): boolean => {
  if (rest === undefined) return true
  const text = textOf(rest)
  return endsSentence(text) && !goesOn.test(text)
}
