import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { projectEvaluationSheet } from '../../src/layouts/project-evaluation-sheet/index.ts'
import { extractFrom } from '../helpers/extract.ts'
import { families } from './project-evaluation-sheet/families.ts'
import { judge, type Verdict } from './project-evaluation-sheet/judge.ts'
import { randomOf } from './project-evaluation-sheet/random.ts'
import { removeBlocks, seedSheet, seedText, setBlock, textOfSheet } from './project-evaluation-sheet/sheet.ts'

const only = { layouts: [projectEvaluationSheet] }
const truth = seedSheet().truth
const variantsOfEach = 20

async function documentsOf(text: string): Promise<readonly Doc[]> {
  return (await extractFrom(text, only)).documents
}

async function documentOf(text: string): Promise<Doc> {
  const [doc, ...others] = await documentsOf(text)
  if (!doc || others.length > 0) throw new Error(`${others.length + (doc ? 1 : 0)} documents`)
  return doc
}

/** Every diagnostic but the one the source document has: none of 内部管理, 法定経費, 指定管理 is marked. */
const findings = (doc: Doc): string[] =>
  doc.diagnostics.flatMap(each =>
    each.pointer === '/records/0/nature/category' ? [] : [`${each.code} ${each.pointer}`],
  )

/** Where a paragraph ends is told by widths, which are estimated: of values that differ only in that, few may be there. */
const isBreakOnly = ({ actual, wanted }: Verdict): boolean =>
  typeof actual === 'string' && actual.replaceAll('\n', '') === String(wanted).replaceAll('\n', '')

describe('variants of the source document, whose values are known', () => {
  it('begin with the document itself', () => {
    expect(textOfSheet(seedSheet()).replace(/\s+/gu, '')).toBe(seedText.replace(/\s+/gu, ''))
  })

  it.each(Object.entries(families))('%s: every value is right, or null and pointed out', async (_, change) => {
    const silent: string[] = []
    let breaks = 0
    let right = 0
    let told = 0
    for (let index = 1; index <= variantsOfEach; index += 1) {
      const sheet = seedSheet()
      const finish = change(sheet, randomOf(index))
      const text = textOfSheet(sheet)
      const verdicts = judge(await documentOf(finish ? finish(text) : text), sheet.truth)
      for (const verdict of verdicts) {
        if (verdict.fate === 'right') right += 1
        else if (verdict.fate === 'told') told += 1
        else if (isBreakOnly(verdict)) breaks += 1
        else
          silent.push(
            `${index} ${verdict.pointer}: ${JSON.stringify(verdict.actual)} for ${JSON.stringify(verdict.wanted)}`,
          )
      }
    }
    expect(silent).toEqual([])
    expect(breaks).toBeLessThanOrEqual(variantsOfEach / 3)
    expect(told).toBeLessThan(right * 0.12)
  })
})

describe('one digit changed', () => {
  /** The 計 of each column, the 内訳, and what the texts say of the indicators. */
  const known: readonly (readonly [from: string, to: string, ...codes: string[]])[] = [
    [
      '計（事業費＋人件費） 192,788',
      '計（事業費＋人件費） 192,789',
      'SUM_MISMATCH /records/0/costs/0/totalThousandYen',
    ],
    ['人件費 8,640 8,640', '人件費 8,640 8,641', 'SUM_MISMATCH /records/0/costs/1/totalThousandYen'],
    ['１４１，９５１千円', '１４１，９５２千円', 'SUM_MISMATCH /records/0/costs/2/projectCostThousandYen'],
    [
      '④サーバー保守管理等：７，１０\n０千円',
      '④サーバー保守管理等：７，１０\n１千円',
      'SUM_MISMATCH /records/0/costs/3/projectCostThousandYen',
    ],
    ['▲１９．６％', '▲１９．８％', 'PERCENT_MISMATCH /records/0/assessments/2/reason'],
    ['２．７％', '２．９％', 'PERCENT_MISMATCH /records/0/assessments/2/reason'],
    ['計９９２名', '計９９３名', 'SUM_MISMATCH /records/0/current/reason'],
    ['８０８名', '８０７名', 'SUM_MISMATCH /records/0/current/reason'],
    ['目標３００人', '目標３０１人', 'COUNT_MISMATCH /records/0/indicators/3/values/1/value'],
    ['実績３\n０７人', '実績３\n０８人', 'COUNT_MISMATCH /records/0/indicators/3/values/2/value'],
    ['延べ６６，６１１人', '延べ６６，６１２人', 'COUNT_MISMATCH /records/0/indicators/0/values/2/value'],
    ['\n４，０８６人', '\n４，０８７人', 'COUNT_MISMATCH /records/0/indicators/2/values/2/value'],
    ['令和3年度決算 令和4', '令和2年度決算 令和4', 'SEQUENCE_GAP /records/0/costs/1/fiscalYear'],
    ['\n令和4年度決算\n', '\n令和1年度決算\n', 'SEQUENCE_GAP /records/0/costBreakdowns/0/fiscalYear'],
    ['②就業サポートセンター関連', '③就業サポートセンター関連', 'SEQUENCE_GAP /records/0/costBreakdowns/0'],
    ['成果指標２', '成果指標３', 'SEQUENCE_GAP /records/0/indicators/3/no'],
  ]
  it.each(known)('%j → %j', async (from, to, ...codes) => {
    expect(seedText).toContain(from)
    expect(findings(await documentOf(seedText.replace(from, to)))).toEqual(codes)
  })

  const unknowable = [
    ['人工 1.2 1.2', '人工 1.2 1.3'],
    ['うち特定財源 14,000', 'うち特定財源 14,001'],
    ['80 264', '80 265'],
    ['６３，８４６件', '６３，８４７件'],
    ['平成16 年度', '平成17 年度'],
  ] as const
  it.each(unknowable)('%j → %j is nothing that the sheet itself contradicts', async (from, to) => {
    expect(seedText).toContain(from)
    expect(findings(await documentOf(seedText.replace(from, to)))).toEqual([])
  })
})

describe('事業費の内訳', () => {
  it.each([
    ['①広報費：1,200千円、②委託費：184,666千円', [1200, 184666], []],
    ['広報費：１，２００千円、委託費：１８４，６６６千円', [1200, 184666], []],
    ['・広報費：1,200千円\n・委託費：184,666千円', [1200, 184666], []],
    ['①広報費（1,200千円）、②委託費（184,666千円）', [1200, 184666], []],
    ['①広報費 1,200千円、②委託費 184,666千円', [1200, 184666], []],
    ['①広報費（内訳：印刷10、発送20）：1,200千円、②委託費：184,666千円', [1200, 184666], []],
    ['①広報費：▲1,200千円、②委託費：187,066千円', [-1200, 187066], []],
    ['①広報費：1,200円、②委託費：184,666千円', [null, 184666], ['FIELD_UNREADABLE']],
    ['①広報費1,200千円ほか、②委託費：184,666千円', [null, 184666], ['FIELD_AMBIGUOUS']],
    ['補助金の交付', [], []],
  ] as const)('%j', async (text, amounts, codes) => {
    const sheet = seedSheet()
    setBlock(sheet, 'breakdown0', ['令和4年度決算', '', ...text.split('\n')])
    const doc = await documentOf(textOfSheet(sheet))
    const { costBreakdowns } = doc.records[0] as typeof truth
    expect(costBreakdowns[0]?.items.map(item => item.amountThousandYen)).toEqual(amounts)
    expect(
      findings(doc)
        .map(each => each.split(' ')[0])
        .filter(code => code !== 'TEXT_UNCLAIMED'),
    ).toEqual(codes)
  })

  it('may be printed for one year only, or not at all', async () => {
    for (const gone of [['breakdown0'], ['breakdown0', 'breakdown1', 'breakdownLabel']]) {
      const sheet = seedSheet()
      removeBlocks(sheet, name => gone.includes(name))
      const doc = await documentOf(textOfSheet(sheet))
      const { costBreakdowns } = doc.records[0] as typeof truth
      expect(costBreakdowns).toEqual(truth.costBreakdowns.slice(gone.length === 1 ? 1 : 2))
      expect(findings(doc)).toEqual([])
    }
  })
})

describe('a sentence that belongs nowhere', () => {
  const nonsense = 'ゾウリムシが空を飛ぶ夢を見たという話がある。'
  const lines = seedText.split('\n')
  const places = lines.flatMap((line, index) => {
    const above = lines.slice(0, index)
    const below = lines.slice(index + 1)
    const half = Math.ceil(line.length / 2)
    const own = [
      [...above, line, nonsense, ...below],
      [...above, line, '', nonsense, '', ...below],
    ]
    const inside = [`${line}${nonsense}`, `${line} ${nonsense}`, line.slice(0, half) + nonsense + line.slice(half)]
    return line.trim() === '' ? own : [...own, ...inside.map(changed => [...above, changed, ...below])]
  })

  it('surfaces in a value or among the unclaimed texts, wherever it stands', async () => {
    const flat = (value: unknown) => JSON.stringify(value).replace(/\\n|\s/gu, '')
    const lost: string[] = []
    for (const [index, changed] of places.entries()) {
      if (index % 7 !== 0) continue
      const doc = await documentOf(changed.join('\n'))
      const { other } = doc.records[0] as { other: unknown[] }
      const isSeen =
        flat(doc.records).includes(nonsense) ||
        flat(doc.coverage.unclaimedTexts.map(each => each.text)).includes(nonsense)
      if (!isSeen || other.length > 0) lost.push(`${index}`)
    }
    expect(lost).toEqual([])
  })

  it('as a paragraph of its own leaves every value right, or null and pointed out', async () => {
    const wrong: string[] = []
    for (let index = 0; index < lines.length; index += 3) {
      const doc = await documentOf([...lines.slice(0, index), '', nonsense, '', ...lines.slice(index)].join('\n'))
      const isTold = (verdict: Verdict) =>
        verdict.actual === null || verdict.actual === undefined || isBreakOnly(verdict)
      const bad = judge(doc, truth).filter(verdict => verdict.fate === 'silent' && !isTold(verdict))
      wrong.push(...bad.map(verdict => `${index} ${verdict.pointer}: ${JSON.stringify(verdict.actual)}`))
    }
    expect(wrong).toEqual([])
  })
})

describe('a label nobody knows', () => {
  const value = '政令指定都市の多くが実施している。'
  it.each([
    ['apart from its text', `\n\n受益者負担\n\n${value}\n`],
    ['right above its text', `\n\n受益者負担\n${value}\n`],
    ['on the line of its text', `\n\n受益者負担 ${value}\n`],
  ])('%s is never part of the value before it', async (_, added) => {
    const before = '広く他都市でも実施されている。'
    const doc = await documentOf(seedText.replace(before, before + added))
    expect(judge(doc, truth).filter(verdict => verdict.fate === 'silent')).toEqual([])
    expect(doc.coverage.unclaimedTexts.map(each => each.text).join('')).toContain('受益者負担')
  })

  it('without a blank line around it is pointed out', async () => {
    const before = '広く他都市でも実施されている。'
    const doc = await documentOf(seedText.replace(before, `${before}\n受益者負担\n${value}`))
    expect(findings(doc)).toEqual(['SUSPECT_TEXT /records/0/otherCities'])
  })
})

describe('a label that is damaged', () => {
  it.each([
    ['実施結果', '/records/0/results'],
    ['長期', '/records/0/purpose/longTerm'],
    ['人工 1.2', '/records/0/costs'],
    ['開始', '/records/0/startFiscalYear'],
  ])('%s: its field is pointed out', async (label, pointer) => {
    const doc = await documentOf(seedText.replace(label, `※${label}`))
    expect(findings(doc)).toContain(`EDITION_UNKNOWN ${pointer}`)
  })
})

describe('several sheets in one file', () => {
  const page2 = seedText.replace(' ◎検証', '\f ◎検証')
  it.each([
    ['one after the other', seedText + seedText, [null, null]],
    [
      'on pages',
      `${seedText}\f${seedText}`,
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'of two pages each',
      `${page2}\f${page2}`,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'with titles',
      `事業評価調書\n令和5年度\n${seedText}\f事業評価調書\n令和5年度\n${seedText}`,
      [
        [1, 1],
        [2, 2],
      ],
    ],
  ])('%s are documents of their own', async (_, text, pages) => {
    const documents = await documentsOf(text)
    expect(documents.map(doc => doc.recordPages[0])).toEqual(
      pages.map(page => (page ? { from: page[0], to: page[1] } : null)),
    )
    for (const doc of documents) expect(judge(doc, truth).filter(verdict => verdict.fate !== 'right')).toEqual([])
  })
})

describe('what only looks like a sheet', () => {
  it.each([
    [
      'minutes',
      '第3回委員会 議事録\n\n事務局　事業評価調書について説明いたします。\n◎事業費の推移は資料のとおりである。\n\n委員　うち特定財源はいくらか。\n事務局　人工は1.2である。\n',
    ],
    [
      'minutes with the title',
      '議事録\n\n事業評価調書\n\n委員長　◎検証の欄を見ると、事業の性質に○ 経常経費とある。\nうち特定財源は0である。\n',
    ],
    [
      'another city',
      '事務事業評価シート（令和5年度）\n\n基本情報\n事業の性質 ○ 経常経費 ● 臨時的経費\n実施形態 ○ 直営 ● 一部委託\n\n事業費 1,000 2,000\nうち特定財源 0 0\n人件費 500 600\n人工 1.0 1.0\n\n活動指標１\n相談件数 100 200\n',
    ],
    [
      'a budget table',
      '令和5年度予算の概要\n\n款 項 目\n事業費 1,000\nうち特定財源 500\n人件費 200\n人工 1.0\n（単位：千円）\n',
    ],
  ])('%s is refused', async (_, text) => {
    const { documents, failures } = await extractFrom(text, only)
    expect([documents.length, failures.map(failure => failure.code)]).toEqual([0, ['LAYOUT_UNKNOWN']])
  })
})

describe('editions', () => {
  const fixture = (name: string) =>
    readFileSync(new URL(`../../fixtures/project-evaluation-sheet/${name}/input.txt`, import.meta.url), 'utf8')

  it.each([
    ['order-lost-2025', '2025'],
    ['order-lost-2006', '2006'],
    ['order-lost-2023', '2023'],
  ])('%s is of %s', async (name, edition) => {
    expect((await documentOf(fixture(name))).edition).toBe(edition)
  })

  it('is unknown where the labels of two stand side by side', async () => {
    const sheet = seedSheet()
    setBlock(sheet, 'staff', ['正規職員業務量 1.2 1.2 1.8 1.8'])
    const doc = await documentOf(textOfSheet(sheet))
    expect(doc.edition).toBeNull()
    expect(findings(doc)).toContain('EDITION_UNKNOWN null')
  })
})

describe('tokens that are easily taken for something else', () => {
  it('reads 前回 and 今回 apart only where the order of the form tells them', async () => {
    const sheet = seedSheet()
    setBlock(sheet, 'currentGrade', ['○ A ● B ○ C ○ 評価省略対象事業・前年度実施なし'])
    removeBlocks(sheet, name => ['participation', 'projectDirection', 'budgetDirection'].includes(name))
    const codes = findings(await documentOf(textOfSheet(sheet)))
    expect(codes).toContain('FIELD_AMBIGUOUS /records/0/previous/grade')
    expect(codes).toContain('FIELD_AMBIGUOUS /records/0/current/grade')
  })
})
