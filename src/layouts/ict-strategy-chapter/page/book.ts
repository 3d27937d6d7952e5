import { concat, matches, type Printed, slice, textOf } from '../../../document/printed.ts'
import { superscriptNumber } from '../../../normalise/numerals.ts'
import { isUnitPower } from '../../../normalise/raised-marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { Claims } from '../../kit/claims.ts'
import { type Leaf, printed } from '../../kit/leaves.ts'

/** A raised number in the text, and the number it is. */
export interface FootMark {
  readonly on: Printed
  readonly no: number
  /** What is raised with it: ※, or brackets. */
  readonly around?: readonly Printed[]
}

/** A text without its footnote marks, and the marks. */
export interface Unmarked {
  readonly text: Printed
  readonly marks: readonly FootMark[]
}

/** What is met on the way besides values: words of the form, footnote marks, and what the reader should know. */
export class Book extends Claims {
  /** Every footnote mark of the document, those in fields that hold no numbers included. */
  readonly marks: FootMark[] = []
  /** The explained terms by number. */
  readonly terms: Map<number, string> = new Map()
  /** Whether the text raises its marks; where a converter lost the raising, 79 behind its own term is a mark all the same. */
  marksAreRaised = false

  /** A text without its footnote marks, and the marks, which count as marks of the document. */
  withoutMarks(on: Printed): Unmarked {
    const found = this.peekMarks(on)
    this.marks.push(...found.marks)
    this.mark(...found.marks.flatMap(({ around = [] }) => around))
    return found
  }

  /** The same for marks that are furniture. */
  take(marks: readonly FootMark[]): void {
    this.marks.push(...marks)
    this.mark(...marks.map(mark => mark.on))
  }

  /** The same for a text that may be none of ours. */
  peekMarks(on: Printed): Unmarked {
    const marks = this.#marksIn(on)
    if (marks.length === 0) return { text: on, marks }
    const parts = marks.map((mark, index) => slice(on, index === 0 ? 0 : (marks[index - 1] as Found).to, mark.from))
    return { text: concat(...parts, slice(on, (marks.at(-1) as Found).to)), marks }
  }

  /** A leaf of a field that holds no numbers: its marks leave the text and are furniture. */
  plain(on: Printed): Leaf {
    const { text, marks } = this.withoutMarks(on)
    this.mark(...marks.map(mark => mark.on))
    return printed(text)
  }

  #marksIn(on: Printed): Found[] {
    const text = textOf(on)
    return [...matches(on, markPattern)].flatMap(({ whole, index, end, groups }) => {
      const before = text.slice(0, index)
      const raised = groups.no && superscriptNumber(textOf(groups.no))
      if (groups.no && raised !== undefined) {
        const around = [groups.open, groups.close].filter(each => each !== undefined)
        return [{ on: groups.no, no: raised, around, from: index, to: end }]
      }
      const no = superscriptNumber(textOf(whole)) ?? this.#ordinaryMark(before, Number(textOf(whole)))
      const isMark = no !== undefined && (this.#isExplained(before, no) || !isPower(before, textOf(whole)))
      return isMark ? [{ on: whole, no, from: index, to: end }] : []
    })
  }

  #ordinaryMark(before: string, no: number): number | undefined {
    return this.marksAreRaised || !this.#isExplained(before, no) ? undefined : no
  }

  /** Whether the number is that of the term in front of it: Society 5.0⁵⁶ is no power. */
  #isExplained(before: string, no: number): boolean {
    const term = this.terms.get(no)
    return term !== undefined && compact(before).endsWith(term)
  }
}

/** Raised digits, with the ※ or brackets that are raised with them: （※¹）, *¹; or ordinary ones. */
const markPattern =
  /(?<open>[（(][※＊*]?|[※＊*])(?<no>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?<close>[）)]?)|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<![\d.,．，])\d{1,3}(?![\d.,．，%％])/dgu

interface Found extends FootMark {
  readonly from: number
  readonly to: number
}

/** km², 10⁶: part of a unit or number, no mark. */
const isPower = (before: string, mark: string): boolean => isUnitPower(before, mark) || /\d$/u.test(before)

/** A text as it is compared where its marks do not count. */
export const withoutRaised = (text: string): string => text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, '')
