import { describe, expect, it } from 'vitest'
import { linesOfRange } from '../../src/document/model.ts'
import { type Printed, printedAt } from '../../src/document/printed.ts'
import { choice, fiscalYear, text } from '../../src/layouts/kit/fields.ts'
import type { Furniture } from '../../src/layouts/kit/layout.ts'
import { type Leaf, open, printed } from '../../src/layouts/kit/leaves.ts'
import { say } from '../../src/messages/words.ts'
import { readPlainText } from '../../src/readers/text.ts'
import { account } from '../../src/walks/coverage.ts'
import { evaluate } from '../../src/walks/evaluate.ts'
import { oneDocument } from '../helpers/extract.ts'
import { htmlSheet } from '../layouts/project-evaluation-sheet/next-edition.ts'

const shape = { name: text('名称'), year: fiscalYear('年度'), kind: choice('区分') }

interface Found {
  readonly leaves?: Partial<Record<keyof typeof shape, Leaf>>
  readonly furniture?: readonly Furniture[]
  readonly words?: readonly string[]
}

/** What becomes of the characters of a text; each piece of it is named by its words. */
function accountOf(whole: string, found: (on: (words: string) => Printed) => Found) {
  const source = readPlainText(whole)
  const on = (words: string) => printedAt(words, whole.indexOf(words))
  const { leaves = {}, furniture = [], words = [] } = found(on)
  const evaluated = evaluate(shape, { name: absent, year: absent, kind: absent, ...leaves }, '/header').leaves
  const { coverage } = account(source, source.content, evaluated, furniture, new Set(words))
  const { values, furniture: own, repeats, unclaimed, characters } = coverage
  expect(values + own + repeats + unclaimed).toBe(characters)
  return { values, furniture: own, repeats, unclaimed: coverage.unclaimedTexts.map(each => each.text), coverage }
}

const absent: Leaf = { kind: 'absent' }
const label = (on: Printed): Furniture => ({ on, as: 'label' })

describe('a value', () => {
  it('claims the characters its leaf stands on, spaces not counted', () => {
    expect(accountOf('花 壇 手入れ', on => ({ leaves: { name: printed(on('花 壇')) } }))).toMatchObject({
      values: 2,
      unclaimed: ['手入れ'],
    })
  })

  it('claims the characters that another value stands on once', () => {
    const found = accountOf('花壇 手入れ', on => ({ leaves: { name: printed(on('花壇')), kind: printed(on('花壇')) } }))
    expect(found).toMatchObject({ values: 2, unclaimed: ['手入れ'], coverage: { characters: 5 } })
  })

  it('that cannot be read claims nothing', () => {
    const found = accountOf('来年', on => ({ leaves: { year: printed(on('来年')) } }))
    expect(found).toMatchObject({ values: 0, unclaimed: ['来年'] })
  })

  it('that is open claims none of its candidates', () => {
    const found = accountOf('甲\n乙', on => ({
      leaves: { name: open([on('甲'), on('乙')], say('ROWS_SEVERAL_WAYS')) },
    }))
    expect(found).toMatchObject({ values: 0, unclaimed: ['甲', '乙'] })
  })

  it('comes before furniture that claims the same characters', () => {
    const found = accountOf('甲', on => ({
      leaves: { name: printed(on('甲')) },
      furniture: [label(on('甲'))],
      words: ['甲'],
    }))
    expect(found).toMatchObject({ values: 1, furniture: 0 })
  })
})

describe('the options of a choice', () => {
  const found = (words: readonly string[]) =>
    accountOf('●甲 ○乙', on => ({
      leaves: {
        kind: {
          kind: 'choice',
          options: [
            { mark: on('●'), label: on('甲'), chosen: true },
            { mark: on('○'), label: on('乙'), chosen: false },
          ],
        },
      },
      words,
    }))

  it('are a value where chosen, else furniture with their marks', () => {
    expect(found(['甲', '乙'])).toMatchObject({ values: 2, furniture: 2, unclaimed: [] })
  })

  it('are furniture only where the form has them', () => {
    expect(found(['甲'])).toMatchObject({ values: 2, furniture: 0, unclaimed: ['○乙'] })
  })
})

describe('furniture', () => {
  const long = (length: number) => '長'.repeat(length)

  it.each<[why: string, whole: string, as: Furniture['as'], words: string[], isTaken: boolean]>([
    ['a word of the form', '事業名', 'label', ['事業名'], true],
    ['with spaces in it and of another width', 'Ｎ Ｏ', 'label', ['NO'], true],
    ['no word of the form', '事業名', 'label', ['事業'], false],
    ['as long as furniture may be', long(40), 'label', [long(40)], true],
    ['longer than furniture may be', long(41), 'label', [long(41)], false],
    ['a list mark', '・', 'mark', [], true],
    ['a number in brackets', '(12)', 'mark', [], true],
    ['a word where a mark should be', '注', 'mark', [], false],
    ['a page number', '- 12 -', 'page', [], true],
    ['a page of pages', '3/24ページ', 'page', [], true],
    ['a year where a page number should be', '2021年度', 'page', [], false],
  ])('%s (%s as %s)', (_, whole, as, words, isTaken) => {
    const found = accountOf(whole, on => ({ furniture: [{ on: on(whole), as }], words }))
    expect(found.furniture > 0).toBe(isTaken)
    expect(found.unclaimed).toEqual(isTaken ? [] : [whole])
  })
})

describe('a repeat', () => {
  it.each<[why: string, again: string, isTaken: boolean]>([
    ['a value, spaces aside', '花壇の 手入れ', true],
    ['a paragraph of a value', '春に植える', true],
    ['a word of the form', '事業名', true],
    ['a part of a value', '花壇', false],
    ['what is said nowhere else', '夏に刈る', false],
  ])('%s', (_, again, isTaken) => {
    const whole = `花壇の手入れ\n春に植える\n※${again}`
    const found = accountOf(whole, on => ({
      leaves: {
        name: {
          kind: 'printed',
          on: { pieces: [...on('花壇の手入れ').pieces, { text: '\n', at: null }, ...on('春に植える').pieces] },
        },
      },
      furniture: [{ on: printedAt(again, whole.indexOf('※') + 1), as: 'repeat' }],
      words: ['事業名'],
    }))
    expect(found.repeats > 0).toBe(isTaken)
    expect(found.unclaimed).toEqual([isTaken ? '※' : `※${again}`])
  })

  it('of the whole of a value of several paragraphs', () => {
    const whole = '春に\n夏に\n春に夏に'
    const found = accountOf(whole, on => ({
      leaves: { name: printed({ pieces: [...on('春に').pieces, { text: '\n', at: null }, ...on('夏に').pieces] }) },
      furniture: [{ on: printedAt('春に夏に', whole.lastIndexOf('春に')), as: 'repeat' }],
    }))
    expect(found).toMatchObject({ repeats: 4, unclaimed: [] })
  })
})

describe('what nobody claims', () => {
  it('is told in runs, one a printed line, with its place', () => {
    const { coverage } = accountOf('甲 丙\n丁乙戊', on => ({
      leaves: { name: printed(on('乙')) },
    }))
    expect(coverage.unclaimedTexts.map(({ text, place }) => [text, place.line, place.offset])).toEqual([
      ['甲 丙', 1, [0, 3]],
      ['丁', 2, [4, 5]],
      ['戊', 2, [6, 7]],
    ])
    expect(coverage.ratio).toBeCloseTo(1 / 5)
  })

  it('does not count characters that are never printed', () => {
    expect(accountOf('甲\u200b\u00ad', on => ({ leaves: { name: printed(on('甲')) } })).coverage).toMatchObject({
      characters: 1,
      ratio: 1,
      unclaimedTexts: [],
    })
  })

  it('is nothing in a document without characters', () => {
    const source = readPlainText(' \n')
    expect(linesOfRange({ source, pages: source.pages })).toEqual([])
    expect(accountOf(' \n', () => ({})).coverage).toMatchObject({ characters: 0, ratio: 1 })
  })
})

describe('a cell over several columns and rows', () => {
  const spanning =
    '<table><tr><td rowspan="2">備考</td><td colspan="3" rowspan="2">担当課で保管する。</td></tr><tr></tr></table>'

  it.each([
    ['that a value stands on', htmlSheet('2025', { '相談会を開いた。': '</td><td colspan="3">相談会を開いた。' })],
    ['that nothing claims', `${htmlSheet('2025')}<p>参考</p>${spanning}`],
  ])('%s is counted once', async (_, sheet) => {
    const { coverage } = await oneDocument(sheet)
    const printedOnly = sheet.replace(/<[^>]*>|\s/gu, '')
    expect(coverage.characters).toBe([...printedOnly].length)
    expect(coverage.values + coverage.furniture + coverage.repeats + coverage.unclaimed).toBe(coverage.characters)
  })
})
