import { describe, expect, it } from 'vitest'
import type { Diagnostic, Note } from '../../src/diagnostics/codes.ts'
import type { Line, PageRange, Rect, SourceDocument } from '../../src/document/model.ts'
import { concat, printedAt } from '../../src/document/printed.ts'
import { list, text, thousandYen } from '../../src/layouts/kit/fields.ts'
import { printed } from '../../src/layouts/kit/leaves.ts'
import { evaluate } from '../../src/walks/evaluate.ts'
import { arrangementNotes } from '../../src/walks/verdict/arrangement.ts'
import { testPlaces } from '../../src/walks/verdict/confirm.ts'
import { verdictOf } from '../../src/walks/verdict/grade.ts'
import { shapeNotes } from '../../src/walks/verdict/shape.ts'
import { unclaimedNotes } from '../../src/walks/verdict/unclaimed.ts'

const record = { needs: list(text('課題')), plans: list(text('取組')), cost: thousandYen('事業費') }
const heads = { needs: ['課題'], plans: ['取組'] }

/** A page of lines, numbered in the order given; each is set where its rectangle says. */
function pageOf(lines: readonly (readonly [words: string, bbox?: Rect])[]) {
  let from = 0
  const blocks = lines.map(([words, bbox], index): Line => {
    const on = printedAt(words, from)
    from += words.length + 1
    return {
      kind: 'line',
      on,
      number: index + 1,
      indent: 0,
      width: words.length,
      gap: 0,
      ...(bbox ? { bbox } : {}),
      room: 40,
    }
  })
  const source: SourceDocument = {
    mediaType: 'application/pdf',
    pageCount: 1,
    text: lines.map(([words]) => words).join('\n'),
    content: [[0, from]],
    pages: [],
    places: () => [],
  }
  const range: PageRange = { source, pages: [{ number: 1, span: [0, from], blocks }] }
  const at = (index: number) => (blocks[index] as Line).on
  return { range, at, leaf: (...indices: readonly number[]) => printed(concat(...indices.map(at))) }
}

type Page = ReturnType<typeof pageOf>
type Found = { needs?: readonly number[]; plans?: readonly number[]; cost?: readonly number[] }

/** The tests of a record that was read of some lines of a page; `labels` are the lines that are heads. */
function tested(page: Page, { needs = [], plans = [], cost }: Found, labels: readonly number[]) {
  const body = {
    needs: needs.map(index => page.leaf(index)),
    plans: plans.map(index => page.leaf(index)),
    cost: cost ? page.leaf(...cost) : { kind: 'absent' },
  }
  const { leaves } = evaluate(record, body, '/records/0')
  const furniture = labels.map(index => ({ on: page.at(index), as: 'label' as const }))
  const places = testPlaces({ heads }, page.range, leaves, furniture)
  return { places, leaves, byPointer: new Map(places.leaves.map(each => [each.pointer, each])) }
}

/** Two columns, each with its head and two lines. */
const columns = pageOf([
  ['課題', [50, 100, 90, 110]],
  ['取組', [300, 100, 340, 110]],
  ['雪が多い。', [50, 120, 200, 130]],
  ['道が狭い。', [50, 140, 200, 150]],
  ['除雪を増やす。', [300, 120, 450, 130]],
  ['道を広げる。', [300, 140, 450, 150]],
])

describe('where a value stands is held against the printed heads', () => {
  it('confirms what stands below its own head', () => {
    const { places } = tested(columns, { needs: [2, 3], plans: [4, 5] }, [0, 1])
    expect(arrangementNotes(record, places)).toEqual([])
    expect(verdictOf(places.leaves, [])).toEqual({ grade: 'sound', reasons: [], leaves: 4, confirmed: 4, doubted: 0 })
  })

  it('doubts a list whose values stand below the head of another', () => {
    const { places } = tested(columns, { needs: [2, 3, 4, 5] }, [0, 1])
    expect(arrangementNotes(record, places).map(each => [each.code, each.pointer, each.actual])).toEqual([
      ['ARRANGEMENT_DOUBTED', '/records/0/needs', '取組'],
      ['ARRANGEMENT_DOUBTED', '/records/0/plans', '取組'],
    ])
  })

  it('doubts a list that a head announces and that is empty', () => {
    const { places } = tested(columns, { needs: [2, 3] }, [0, 1])
    expect(arrangementNotes(record, places).map(each => each.pointer)).toEqual(['/records/0/plans'])
  })

  it('lets a list go on at the head of the next column', () => {
    const flow = pageOf([
      ['課題', [50, 100, 90, 110]],
      ['雪が多い。', [50, 120, 200, 130]],
      ['取組', [50, 140, 90, 150]],
      ['除雪を増やす。', [50, 160, 200, 170]],
      ['道を広げる。', [300, 100, 450, 110]],
    ])
    const { places } = tested(flow, { needs: [1], plans: [3, 4] }, [0, 2])
    expect(arrangementNotes(record, places)).toEqual([])
    expect(verdictOf(places.leaves, []).grade).toBe('sound')
  })

  it('takes the order of a text without places for no proof of a wrong heading', () => {
    const lines = pageOf([['課題'], ['冬に道路の雪が多いので歩きにくい。'], ['取組'], ['道を広げる。']])
    const { places } = tested(lines, { needs: [1, 3] }, [0, 2])
    expect(arrangementNotes(record, places)).toEqual([])
    expect(verdictOf(places.leaves, [])).toMatchObject({
      grade: 'check',
      confirmed: 1,
      reasons: [{ code: 'PLACE_UNCONFIRMED', pointer: '/records/0/needs/1' }],
    })
  })
})

describe('the shape of a value', () => {
  const rows: [why: string, words: string, isOdd: boolean][] = [
    ['a sentence', '除雪を増やす。', false],
    ['begins with a comma', '、除雪を増やす。', true],
    ['begins with a particle', 'を増やす取組。', true],
    ['a word that begins like a particle', 'はじめての除雪。', false],
    ['a bracket that is not closed', '除雪（道路を増やす。', true],
    ['a bracket that closes nothing', '除雪」を増やす。', true],
    ['an enumerator', '1）除雪を増やす。', false],
    ['places in brackets', '4区（北区、西区）で行う。', false],
    ['the mark of a list', '・除雪', true],
    ['ends before its noun', '市民の', true],
    ['ends in a noun', '道路の除雪', false],
    ['ends in a particle', '道路を', true],
    ['a list in one line', '次のことを行う。・除雪の強化・道路の拡幅', true],
    ['a dot between names behind a sentence', '団体で行う。北区・西区で行う。', false],
    ['the same twice', '除雪と排雪を北区と西区で行う。除雪と排雪を北区と西区で行う。', true],
    ['nearly the same twice', '除雪と排雪を北区と西区で行う。除雪と排雪を北区と東区で行う。', false],
    ['a paragraph cut in a word', '除雪を行う。春には市内の各区での就職\n移住の相談を行う。', true],
    ['a heading above a paragraph', '除雪の強化\n冬に行う。', false],
  ]
  it.each(rows)('%s: %s', (_, words, isOdd) => {
    const { leaves, byPointer } = tested(pageOf([[words, [50, 100, 200, 110]]]), { needs: [0] }, [])
    expect(shapeNotes(leaves, byPointer).map(each => each.pointer)).toEqual(isOdd ? ['/records/0/needs/0'] : [])
  })

  it('doubts a number that stands on two lines with room beside the first', () => {
    const page = pageOf([
      ['120', [50, 100, 80, 110]],
      ['130', [50, 112, 80, 122]],
    ])
    const { leaves, byPointer } = tested(page, { cost: [0, 1] }, [])
    expect(shapeNotes(leaves, byPointer).map(each => each.pointer)).toEqual(['/records/0/cost'])
  })
})

describe('text that nothing claims', () => {
  it('names the record whose values stand around a sentence, and none for a word', () => {
    const { places } = tested(columns, { needs: [2], plans: [4, 5] }, [0, 1])
    const [sentence] = unclaimedNotes([columns.at(3)], places, record, [])
    const [word] = unclaimedNotes([columns.at(1)], places, record, [])
    expect([sentence?.pointer, word?.pointer]).toEqual(['/records/0', null])
  })

  it('names the record of a figure, and the list of a head that has nothing', () => {
    const figure = pageOf([['雪が多い。'], ['5,222'], ['道が狭い。']])
    const { places } = tested(figure, { needs: [0, 2] }, [])
    expect(unclaimedNotes([figure.at(1)], places, record, [])[0]?.pointer).toBe('/records/0')
    const { places: withoutPlans } = tested(columns, { needs: [2, 5] }, [0, 1])
    expect(unclaimedNotes([columns.at(4)], withoutPlans, record, [])[0]?.pointer).toBe('/records/0/plans')
  })

  /** A list, an unknown line within it, and what stands apart: a title above, a note within, an annex below. */
  const form = pageOf([
    ['除雪の計画', [50, 60, 200, 70]],
    ['課題', [50, 100, 90, 110]],
    ['雪が多い。', [50, 120, 200, 130]],
    ['※　速報値である。', [50, 140, 200, 150]],
    ['歩道の雪を早く除いてほしい。', [50, 150, 250, 160]],
    ['道が狭い。', [50, 170, 200, 180]],
    ['参考　降雪量', [50, 300, 200, 310]],
    ['令和5年度　5.2ｍ', [50, 320, 200, 330]],
  ])
  const { places } = tested(form, { needs: [2, 5] }, [1])

  it('is a fact where it stands apart from the values, told once a block, and a doubt among them', () => {
    const notes = unclaimedNotes([0, 3, 4, 6, 7].map(form.at), places, record, [])
    expect(notes.map(({ actual, severity, pointer }) => [actual, severity ?? 'warning', pointer])).toEqual([
      ['除雪の計画', 'info', null],
      ['歩道の雪を早く除いてほしい。', 'warning', '/records/0'],
      ['参考　降雪量', 'info', null],
    ])
  })

  it('may be the last value where it is a sentence behind the others', () => {
    const cut = tested(form, { needs: [2] }, [1]).places
    expect(unclaimedNotes([form.at(5)], cut, record, [])[0]?.severity).toBeUndefined()
  })

  it('may be the rest of the last value where that ends in mid-sentence', () => {
    const open = pageOf([
      ['雪が多く、除雪車の通る時刻を早めるよう求める声が', [50, 120, 300, 130]],
      ['寄せられている', [50, 300, 200, 310]],
    ])
    const toldOf = (page: typeof open) => {
      const { places } = tested(page, { needs: [0] }, [])
      return unclaimedNotes([page.at(1)], places, record, []).map(each => [each.severity ?? 'warning', each.pointer])
    }
    expect(toldOf(open)).toEqual([['warning', tested(open, { needs: [0] }, []).places.leaves[0]?.pointer]])
    const whole = pageOf([
      ['雪が多く、除雪車の通る時刻を早めるよう求められた。', [50, 120, 300, 130]],
      ['令和6年度 企画課', [50, 300, 200, 310]],
    ])
    expect(toldOf(whole)).toEqual([['info', null]])
  })

  it('is told once where a head names it already, and where it is printed again', () => {
    const unknown: Note = {
      code: 'EDITION_UNKNOWN',
      args: { closest: '', missing: [], unexpected: ['参考　降雪量'] },
    }
    const inText = pageOf([['雪が多い。'], ['備考'], ['道が狭い。'], ['備考'], ['参考　降雪量']])
    const { places: ofText } = tested(inText, { needs: [0, 2] }, [])
    const notes = unclaimedNotes([1, 3, 4].map(inText.at), ofText, record, [unknown])
    expect(notes.map(({ actual, args }) => [actual, args])).toEqual([
      ['備考', { text: '備考', isApart: false, lines: 1, times: 2 }],
    ])
  })
})

describe('the verdict', () => {
  const diagnostic = (code: Diagnostic['code'], severity: Diagnostic['severity'], pointer: string): Diagnostic => {
    return { code, severity, pointer, message: code, place: null, expected: null, actual: null, related: [] }
  }
  const { leaves } = tested(columns, { needs: [2, 3], plans: [4, 5] }, [0, 1]).places

  it('counts the values below what a warning points at, and tells each code once', () => {
    const warnings = [
      diagnostic('SUSPECT_TEXT', 'warning', '/records/0/needs'),
      diagnostic('SUSPECT_TEXT', 'warning', '/records/0/plans/0'),
    ]
    expect(verdictOf(leaves, warnings)).toEqual({
      grade: 'check',
      reasons: [{ code: 'SUSPECT_TEXT', pointer: '/records/0/needs', message: 'SUSPECT_TEXT (and 1 more)' }],
      leaves: 4,
      confirmed: 1,
      doubted: 3,
    })
  })

  it('is sound in spite of what is only told', () => {
    expect(verdictOf(leaves, [diagnostic('SEAM_SUSPECT', 'info', '/records/0/needs/0')]).grade).toBe('sound')
  })

  it('is doubtful where values may stand under the wrong heading, in the whole document here', () => {
    const doubt = diagnostic('ARRANGEMENT_DOUBTED', 'error', '')
    expect(verdictOf(leaves, [doubt])).toMatchObject({ grade: 'doubtful', confirmed: 0, doubted: 4 })
  })
})
