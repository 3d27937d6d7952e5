import { match, type Printed, textOf } from '../../../../document/printed.ts'
import { endsSentence } from '../../../../document/prose/sentences.ts'
import { compact } from '../../../../normalise/whitespace.ts'

export interface MeasureHeading {
  readonly brackets: readonly Printed[]
  /** What the strategy calls a measure: ICT 活用施策. A contents list leaves it out. */
  readonly label: Printed | undefined
  readonly code: Printed
  readonly name: Printed | undefined
  readonly domain: Printed | undefined
  readonly rest: Printed | undefined
}

const dash = '[-‐‑‒–—―−－ー.．]'
const codeText = String.raw`[\d０-９]{1,2}(?:\s*${dash}\s*[\d０-９]{1,2})*`
/** 施策1　健康で安心な暮らし（生活）: without brackets the code is behind the word, and the field is named. */
const barePattern = new RegExp(
  String.raw`^(?<label>(?:\S{0,4}\s*活用\s*)?施\s*策)\s*(?:(?<before>[（(])\s*)?(?<code>${codeText})(?:\s*(?<after>[）)]))?[\s:：]+(?<name>[^\s:：].*)$`,
  'du',
)
/** Characters: no line with a heading on it is longer, whatever a converter printed behind it. */
const longestHeading = 1000

const measurePattern = new RegExp(
  [
    String.raw`^(?:\S\s+)?(?<open>[【［〔\[])\s*(?<label>(?:[^\d０-９【】［］〔〕\[\]]*[^\s（(\d０-９【】［］〔〕\[\]])?)\s*`,
    String.raw`(?:(?<before>[（(])\s*)?(?<code>${codeText})\s*(?:(?<after>[）)])\s*)?(?<close>[】］〕\]])\s*(?<name>(?:\S.*)?)$`,
  ].join(''),
  'du',
)
const domainPattern =
  /^(?<name>.*?\S)\s*(?<open>[（(])(?<domain>[^（）()]+)(?<close>[）)])\s*(?<rest>(?:[^\s（）()][^（）()]*)?)$/du

/** 【 ICT 活用施策 1 – 1】 暮らしの質の向上（生活）, in a contents list - 【1-1】暮らしの質の向上（生活）; undefined of any other line. */
export function measureAt(on: Printed): MeasureHeading | undefined {
  if (textOf(on).length > longestHeading) return undefined
  const found = match(on, measurePattern)
  const { open, label, code, close, name } = found?.groups ?? {}
  if (!open || !code || !close) return bareMeasureAt(on)
  const { before, after } = found?.groups ?? {}
  const named = name && textOf(name) !== '' ? nameOf(name) : undefined
  return {
    brackets: [open, before, after, close, ...(named?.brackets ?? [])].filter(each => each !== undefined),
    label: label && textOf(label) !== '' ? label : undefined,
    code,
    name: named?.name,
    domain: named?.domain,
    rest: named?.rest,
  }
}

function bareMeasureAt(on: Printed): MeasureHeading | undefined {
  const { label, before, code, after, name } = match(on, barePattern)?.groups ?? {}
  const named = name && nameOf(name)
  if (!label || !code || !named || !(named.domain ?? isTitle(name))) return undefined
  const brackets = [before, after, ...named.brackets].filter(each => each !== undefined)
  return { ...named, brackets, label, code }
}

/** 施策1-1　健康で安心な暮らし: without the field, a name is short and no sentence, and does not go on from the code. */
const isTitle = (name: Printed | undefined): boolean =>
  name !== undefined && /^(?![をがにはのとでもへや、])[^。、]{4,60}$/u.test(textOf(name))

/** 暮らしの質の向上（生活）: the last bracket holds the field, unless words without an end are behind it. */
export function nameOf(on: Printed) {
  const { name, open, domain, close, rest } = match(on, domainPattern)?.groups ?? {}
  const isField = rest && (textOf(rest) === '' || endsSentence(rest))
  if (!name || !open || !domain || !close || !isField)
    return { name: on, brackets: [], domain: undefined, rest: undefined }
  return { name, brackets: [open, close], domain, rest: textOf(rest) === '' ? undefined : rest }
}

/** A code as it is compared: 1 – 1, 1-1. */
export const codeKey = (code: Printed): string => compact(textOf(code)).replace(/[^\d]+/gu, '-')
