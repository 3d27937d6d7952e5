import { match, type Printed, textOf } from '../../../document/printed.ts'
import { endsSentence } from '../../../document/prose/sentences.ts'
import { compact } from '../../../normalise/whitespace.ts'

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
const measurePattern = new RegExp(
  [
    String.raw`^(?:\S\s+)?(?<open>[【［〔\[])\s*(?<label>[^\d０-９【】［］〔〕\[\]]*?)\s*`,
    String.raw`(?<code>[\d０-９]{1,2}(?:\s*${dash}\s*[\d０-９]{1,2})*)\s*(?<close>[】］〕\]])\s*(?<name>.*)$`,
  ].join(''),
  'du',
)
const domainPattern =
  /^(?<name>.*?\S)\s*(?<open>[（(])(?<domain>[^（）()]+)(?<close>[）)])\s*(?<rest>(?:[^\s（）()][^（）()]*)?)$/du

/** 【 ICT 活用施策 1 – 1】 暮らしの質の向上（生活）, in a contents list - 【1-1】暮らしの質の向上（生活）; undefined of any other line. */
export function measureAt(on: Printed): MeasureHeading | undefined {
  const found = match(on, measurePattern)
  const { open, label, code, close, name } = found?.groups ?? {}
  if (!open || !code || !close) return undefined
  const named = name && textOf(name) !== '' ? nameOf(name) : undefined
  return {
    brackets: [open, close, ...(named?.brackets ?? [])],
    label: label && textOf(label) !== '' ? label : undefined,
    code,
    name: named?.name,
    domain: named?.domain,
    rest: named?.rest,
  }
}

/** 暮らしの質の向上（生活）: the last bracket holds the field, unless words without an end stand behind it. */
export function nameOf(on: Printed) {
  const { name, open, domain, close, rest } = match(on, domainPattern)?.groups ?? {}
  const isField = rest && (textOf(rest) === '' || endsSentence(rest))
  if (!name || !open || !domain || !close || !isField)
    return { name: on, brackets: [], domain: undefined, rest: undefined }
  return { name, brackets: [open, close], domain, rest: textOf(rest) === '' ? undefined : rest }
}

/** A code as it is compared: 1 – 1, 1-1. */
export const codeKey = (code: Printed): string => compact(textOf(code)).replace(/[^\d]+/gu, '-')
