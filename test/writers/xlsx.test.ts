import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { layouts } from '../../src/layouts/registry.ts'
import { headerOf, shownCell } from '../../src/walks/tables/columns.ts'
import { fill } from '../../src/walks/tables/table-rows.ts'
import { tablesFor } from '../../src/writers/csv/select.ts'
import { xlsxWriter } from '../../src/writers/xlsx/xlsx.ts'
import { oneDocument, readFixture } from '../helpers/extract.ts'
import { doc, extractionOf, form, otherDoc, otherForm } from '../walks/sample.ts'

const forms = [form, otherForm]
const about = { sourceTitle: '見本', licence: 'CC-BY-4.0' }

/** The workbook of some documents. */
function workbookOf(documents: readonly Doc[], known: Parameters<typeof tablesFor>[1] = forms, headers?: 'en'): Buffer {
  const extracted = { ...extractionOf(...documents), layouts: new Set(documents.map(each => each.layout)), each: [] }
  const tables = headers ? { headers } : {}
  const pieces = xlsxWriter.pieces({ extracted, layouts: known, tables, about, isForPeople: false })
  return Buffer.concat([...pieces].map(piece => Buffer.from(piece as Uint8Array)))
}

const filesOf = (workbook: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, strFromU8(bytes)]))

/** The files of the sheet of a name, by the order of the names in the workbook. */
function sheetOf(workbook: Uint8Array, name: string) {
  const files = filesOf(workbook)
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(found => found[1])
  const no = names.indexOf(name) + 1
  return { names, xml: files[`xl/worksheets/sheet${no}.xml`] ?? '', notes: files[`xl/comments${no}.xml`] ?? '' }
}

const cellOf = (xml: string, ref: string) => new RegExp(`<c r="${ref}"[^>]*?(?:/>|>.*?</c>)`, 's').exec(xml)?.[0] ?? ''
const styleOf = (cell: string) => /s="(\d+)"/.exec(cell)?.[1]

describe('a workbook', () => {
  const workbook = workbookOf([doc, otherDoc])

  test('has a sheet of contents, one a table, and one of what is doubted', () => {
    const { names, xml } = sheetOf(workbook, '目次')
    expect(names).toEqual(['目次', '事業', '内訳', '文', '用語集', '計画', '文書', '診断'])
    for (const said of ['見本', 'CC-BY-4.0', '事業', '1行が1件のレコード']) expect(xml).toContain(`>${said}<`)
    expect(xml).toContain(`location="'内訳'!A1"`)
  })

  test('keeps codes as text, amounts with separators, years as plain numbers', () => {
    const { xml } = sheetOf(workbook, '事業')
    expect(cellOf(xml, 'A2')).toContain('<t xml:space="preserve">011002</t>')
    expect(cellOf(xml, 'J3')).toContain('>2-2</t>')
    expect(cellOf(xml, 'H2')).toMatch(/><v>2022<\/v>/)
    const styles = filesOf(workbook)['xl/styles.xml'] ?? ''
    const formats = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf numFmtId="(\d+)"/g)].map(each => each[1])
    const formatAt = (name: string, ref: string) => formats[Number(styleOf(cellOf(sheetOf(workbook, name).xml, ref)))]
    expect([formatAt('事業', 'A2'), formatAt('事業', 'H2'), formatAt('内訳', 'N2')]).toEqual(['49', '0', '3'])
  })

  test('says words of ours in Japanese under Japanese heads, and as they are under English ones', () => {
    expect(cellOf(sheetOf(workbook, '内訳').xml, 'K2')).toContain('>予算<')
    const english = sheetOf(workbookOf([doc], forms, 'en'), 'project_cost_items')
    expect([cellOf(english.xml, 'A1'), cellOf(english.xml, 'K2')].join()).toMatch(/>municipality_code<.*>budget</s)
  })

  test('keeps the head in view, with a filter', () => {
    const { xml } = sheetOf(workbook, '内訳')
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain('<autoFilter ref="A1:P3"/>')
  })

  test('colours what is doubted, with the reason as a note, and leads there from the diagnostics', () => {
    const doubted = { ...(doc.diagnostics[0] as Doc['diagnostics'][number]), pointer: '/records/0/name' }
    const row = { ...doubted, pointer: '/records/0/costs/1' }
    const whole = { ...doubted, severity: 'warning' as const, pointer: '' }
    const several = workbookOf([otherDoc, { ...doc, diagnostics: [doubted, row, whole] }])
    const { xml, notes } = sheetOf(several, '事業')
    expect(notes).toContain(
      '<comment ref="I2" authorId="0"><text><r><t xml:space="preserve">SUM_MISMATCH: the sum differs<',
    )
    expect(styleOf(cellOf(xml, 'I2'))).not.toBe(styleOf(cellOf(xml, 'I3')))
    expect(sheetOf(several, '内訳').notes).toContain('<comment ref="D2"')
    expect(sheetOf(several, '文書').notes).toContain('<comment ref="E3"')
    const said = sheetOf(several, '診断').xml
    expect([...said.matchAll(/location="([^"]+)"/g)].map(found => found[1])).toEqual([
      "'事業'!I2",
      "'内訳'!D2",
      "'文書'!E3",
    ])
    expect(said).toContain('>内訳の合計が、印字された計と合いません。<')
  })

  test('has the same bytes on every run', () => {
    expect(workbookOf([doc, otherDoc]).equals(workbook)).toBe(true)
  })

  test('writes what XML lacks as Excel does; of what no cell holds, it cuts no character in two and says so', () => {
    const record = { ...(doc.records[0] as object), name: `a\u0007<_x0041_>${'𠮷'.repeat(20000)}` }
    const { xml, notes } = sheetOf(workbookOf([{ ...doc, records: [record], recordPages: [null] }]), '事業')
    expect(notes).toMatch(/<comment ref="I2".*32,767文字を超えるため/s)
    const text = /xml:space="preserve">([^<]*)/.exec(cellOf(xml, 'I2'))?.[1] ?? ''
    expect(text.startsWith('a_x0007_&lt;_x005F_x0041_&gt;𠮷')).toBe(true)
    expect(text.endsWith('𠮷')).toBe(true)
  })
})

const office = ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0)
const isLeftOut = office === undefined && process.env.CI !== 'true'
const folder = mkdtempSync(join(tmpdir(), 'xlsx-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe(`LibreOffice${isLeftOut ? ' (not installed here: left out)' : ''}`, () => {
  test.skipIf(isLeftOut)('shows every cell as it is', { timeout: 120_000 }, async () => {
    const seeds = readdirSync(new URL('../../seeds', import.meta.url)).filter(name => name.endsWith('.txt'))
    const documents = await Promise.all(seeds.map(name => oneDocument(readFixture(`seeds/${name}`))))
    writeFileSync(join(folder, 'a.xlsx'), workbookOf(documents, layouts))
    // Every sheet as a CSV file of its own, UTF-8, values as they are kept rather than as they are shown.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
    const home = `-env:UserInstallation=file://${folder}/home`
    const { status } = spawnSync(office as string, [home, '--headless', '--convert-to', filter, 'a.xlsx'], {
      cwd: folder,
    })
    expect(status).toBe(0)
    const plans = tablesFor(new Set(documents.map(each => each.layout)), layouts).filter(
      each => each.name !== 'diagnostics',
    )
    const shown = readdirSync(folder).filter(name => name.endsWith('.csv'))
    expect(shown).toHaveLength(plans.length + 2)
    for (const plan of plans) {
      const heads = plan.columns.map(column => headerOf(column, 'ja'))
      const rows = fill(plan, documents).rows.map(row =>
        row.map((cell, index) => textOf(shownCell(plan.columns[index] as (typeof plan.columns)[number], cell, 'ja'))),
      )
      const file = shown.find(
        name =>
          [`a-${plan.ja}.csv`, `a-${plan.ja}（${plan.name}）.csv`.slice(0, 37)].includes(name) && isOf(name, heads),
      )
      expect([plan.name, file === undefined ? file : rowsIn(file)]).toEqual([plan.name, [heads, ...rows]])
    }
  })
})

const rowsIn = (file: string): string[][] => parse(readFileSync(join(folder, file))) as string[][]
const isOf = (file: string, heads: readonly string[]): boolean => String(rowsIn(file)[0]) === String(heads)

/** As LibreOffice writes a value: of a number, the fifteen digits that spreadsheets keep. */
const textOf = (cell: string | number | boolean | null): string =>
  cell === null
    ? ''
    : typeof cell === 'boolean'
      ? String(cell).toUpperCase()
      : typeof cell === 'number'
        ? String(Number(cell.toPrecision(15)))
        : cell
