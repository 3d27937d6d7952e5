import type { Random } from './random.ts'

/** A damaged text, and which of its undamaged characters were touched, by code units. */
export interface TextMutant {
  readonly how: string
  readonly text: string
  readonly from: number
  readonly to: number
}

type Cut = (text: string, random: Random) => { from: number; to: number; by: string }

const within = (text: string, length: number, random: Random): { from: number; to: number } => {
  const from = random.int(0, Math.max(0, text.length - 1))
  return { from, to: Math.min(text.length, from + length) }
}

function lineOf(text: string, random: Random): { from: number; to: number } {
  const at = random.int(0, Math.max(0, text.length - 1))
  const end = text.indexOf('\n', at)
  return { from: text.lastIndexOf('\n', at - 1) + 1, to: end === -1 ? text.length : end + 1 }
}

const lost: Cut = (text, random) => ({ ...within(text, random.int(1, 12), random), by: '' })

const strange: Cut = (text, random) => ({
  ...within(text, 0, random),
  by: random.pick(['\0', '\uFFFD', '\u202E', '\u200B', '\t', '\f', '|', '<td>', '（', '」', '１', '①', '\u{E0041}']),
})

const pumped: Cut = (text, random) => ({
  ...within(text, 0, random),
  by: random.pick(['(', '「', ' ', '　', '|', '1 ', '・', '\t', '。']).repeat(random.int(100, 4000)),
})

const lineLost: Cut = (text, random) => ({ ...lineOf(text, random), by: '' })

const lineDoubled: Cut = (text, random) => {
  const { from, to } = lineOf(text, random)
  return { from, to, by: text.slice(from, to).repeat(2) }
}

const cuts: { readonly [name: string]: Cut } = {
  'characters lost': lost,
  'a strange character': strange,
  'a pumped character': pumped,
  'a line lost': lineLost,
  'a line doubled': lineDoubled,
}

/** A damaged copy of a text. */
export function textMutant(text: string, random: Random): TextMutant {
  const how = random.pick(Object.keys(cuts) as [string, ...string[]])
  const { from, to, by } = (cuts[how] as Cut)(text, random)
  return { how, text: text.slice(0, from) + by + text.slice(to), from, to }
}
