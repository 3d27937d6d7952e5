import { form, title } from './form.ts'

const dressedTitle = new RegExp(`^[^。、]{0,10}${title}(?:（[^。）]{1,20}）)?$`, 'u')

/** The title alone, or with a year before it and a word in brackets behind it: 令和7年度事業評価調書（令和6年度実施事業）. */
export const isTitle = (word: string): boolean => dressedTitle.test(word)

/** ◎ on the forms that are known, ■ or a number on others. */
const marked = /^(?<mark>[◎○●■□◆◇▼▶▪]|[(（]?\d{1,2}[)）.．、]|[ⅠⅡⅢⅣⅤ][.．、]?)(?<words>\S.*)$/u

const sections = form.sections.map(printed => ({ printed, words: printed.replace(/^◎/u, '') }))

/** The words of the sections without their marks. */
export const sectionNames: readonly string[] = sections.map(({ words }) => words)

/**
 * The section of the form that a line without spaces heads, as the form prints it: ■基本情報, 基本情報, ◎事業費（単位：千円）.
 * Without a mark the line must be the section's words alone, or with a unit behind them.
 */
export function sectionOf(word: string): string | undefined {
  const { words = word.replace(/[（(]単位.*$/su, '') } = marked.exec(word)?.groups ?? {}
  const isMarked = words !== word.replace(/[（(]単位.*$/su, '')
  const found = sections.filter(each =>
    isMarked
      ? words.startsWith(each.words) || (words.length > 1 && each.words.startsWith(words))
      : words === each.words,
  )
  return found.sort((a, b) => b.words.length - a.words.length)[0]?.printed
}

/** A line that heads a part of the form, known or new: ◎財源. */
export const isHeadingLine = (word: string): boolean => /^[◎■◆▼]/u.test(word) || sectionOf(word) !== undefined
