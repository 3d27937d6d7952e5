/** Raised digits, with the ※ or * before them and the brackets around them: ¹, ※¹, *¹, （注¹）. */
const MARK = /(?<open>[（(⁽]?)(?:(?<=[（(⁽])注)?[※＊*]?(?<digits>[⁰¹²³⁴-⁹]{1,4})(?<close>[）)⁾]?)/gu

const UNIT = /(?:^|[^A-Za-z])(?:[kcm]?m|ｍ|㎞|㎝)$/u

/** Whether raised digits behind `before` belong to its unit: `km` and `²`; false for a mark. */
export const isUnitPower = (before: string, digits: string): boolean => /^[²³]$/u.test(digits) && UNIT.test(before)

/** So much of a text in front of a mark shows what the mark is. */
const BEFORE = 4

const isPower = (before: string, digits: string): boolean =>
  isUnitPower(before, digits) || (digits !== '¹' && /(?:^|[^\d.,])10$/u.test(before))

/**
 * `text` without its footnote marks, which are printed as raised digits (`EBPM¹の` is `EBPMの`): rule 2.6. The power of a unit
 * or of ten stays (`km²`, `10⁶`; nobody writes 10¹), and so does a bracket that the mark is in with other words.
 */
export const withoutRaisedMarks = (text: string): string =>
  RAISED.test(text)
    ? text.replace(MARK, (whole: string, open: string, digits: string, close: string, at: number) => {
        if (isPower(text.slice(Math.max(0, at - BEFORE), at), digits)) return whole
        const isEnclosed = open !== '' && close !== ''
        return isEnclosed ? '' : `${open}${close}`
      })
    : text

const RAISED = /[⁰¹²³⁴-⁹]/u
