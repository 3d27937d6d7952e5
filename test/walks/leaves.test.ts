import { describe, expect, it } from 'vitest'
import type { Place } from '../../src/document/model.ts'
import { printedAt } from '../../src/document/printed.ts'
import { choices, text } from '../../src/layouts/kit/fields.ts'
import { type Leaf, printed } from '../../src/layouts/kit/leaves.ts'
import { readPlainText } from '../../src/readers/text.ts'
import { account } from '../../src/walks/coverage.ts'
import { evaluate } from '../../src/walks/evaluate.ts'
import { provenance } from '../../src/walks/places.ts'
import { rawOf } from '../../src/walks/raw.ts'

const words = '■評価 □意見 ■提案'
const source = readPlainText(words)
const at = (part: string) => printedAt(part, words.indexOf(part))

const textAt = ({ offset }: Place): string => (offset ? words.slice(...offset) : '')

const option = (label: string) => {
  const from = words.indexOf(label) - 1
  return { mark: printedAt(words.slice(from, from + 1), from), label: at(label), chosen: words[from] === '■' }
}

const rows: [why: string, leaf: Leaf, value: string[], raw: string[]][] = [
  [
    'the marked ones of a choice',
    { kind: 'choice', options: ['評価', '意見', '提案'].map(option) },
    ['評価', '提案'],
    ['■評価', '■提案'],
  ],
  ['no mark at all', { kind: 'choice', options: [option('意見')] }, [], []],
  ['printed without marks', printed(at('意見')), ['意見'], ['意見']],
  ['not in this edition', { kind: 'absent' }, [], []],
]

describe('a field with any number of answers has its raw text and its places under the pointers of its values', () => {
  it.each(rows)('%s', (_, leaf, value, raw) => {
    const found = evaluate({ held: choices('実施') }, { held: leaf }, '/header')
    expect(found.value).toEqual({ held: value })
    expect(rawOf(source, found.value, found.leaves, '/header')).toEqual({ held: raw })
    const places = provenance(source, found.leaves)
    const shown = value.map((_, index) => places[`/header/held/${index}`]?.map(textAt).join(''))
    expect(shown).toEqual(raw)
    expect(places[`/header/held/${value.length}`]).toBeUndefined()
  })
})

describe('coverage', () => {
  it('counts a character beyond the basic plane once', () => {
    const name = '𠮷田 𠮷'
    const document = readPlainText(name)
    const { leaves } = evaluate({ name: text('氏名') }, { name: printed(printedAt('𠮷田', 0)) }, '/header')
    const { coverage } = account(document, document.content, leaves, [], new Set())
    expect(coverage).toMatchObject({ characters: 3, values: 2, unclaimed: 1, unclaimedTexts: [{ text: '𠮷' }] })
  })
})
