import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Doc } from '../../../src/envelope.ts'
import type { AnyLayout } from '../../../src/layouts/kit/layout.ts'
import { fill, planTables } from '../../../src/walks/tables/table-rows.ts'
import { extractFrom, oneDocument, readFixture } from '../../helpers/extract.ts'
import { htmlSheet, textSheet } from './next-edition.ts'

/** The lines that docs/adding-an-edition.md changes, file by file: a line that stays, with those to be added below it. */
function changesIn(page: string): { file: string; below: string; added: string[] }[] {
  const [, diff = ''] = /```diff\n(.*?)```/su.exec(page) ?? []
  return diff.split(/^--- /mu).flatMap(part => {
    const [file = '', ...lines] = part.trimEnd().split('\n')
    const below = lines.find(line => line.startsWith(' '))?.slice(1)
    return below === undefined
      ? []
      : [{ file, below, added: lines.filter(line => line.startsWith('+')).map(line => line.slice(1)) }]
  })
}

const root = new URL('../../../', import.meta.url).pathname
const copy = mkdtempSync(join(tmpdir(), 'next-edition-'))
const changes = changesIn(readFileSync(join(root, 'docs/adding-an-edition.md'), 'utf8'))
let layout: AnyLayout

beforeAll(async () => {
  for (const part of ['layouts', 'document', 'normalise', 'diagnostics', 'messages'])
    cpSync(join(root, 'src', part), join(copy, 'src', part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const { file, below, added } of changes) {
    const text = readFileSync(join(copy, file), 'utf8')
    expect(text.split(`\n${below}\n`)).toHaveLength(2)
    writeFileSync(join(copy, file), text.replace(`\n${below}\n`, `\n${[below, ...added].join('\n')}\n`))
  }
  const path = join(copy, 'src/layouts/project-evaluation-sheet/index.ts')
  layout = ((await import(/* @vite-ignore */ path)) as { projectEvaluationSheet: AnyLayout }).projectEvaluationSheet
}, 60_000)

afterAll(() => rmSync(copy, { recursive: true, force: true }))

const read = (sheet: string | Uint8Array): Promise<Doc> => oneDocument(sheet, { layouts: [layout] })
const recordOf = (doc: Doc) =>
  doc.records[0] as {
    outcomeTarget: string | null
    nextYear: { project: { text: string | null } }
    costs: { staffFte: number | null; projectCostThousandYen: number | null }[]
    other: { label: string; value: string }[]
  }
const editionNotes = (doc: Doc) => doc.diagnostics.filter(each => each.code === 'EDITION_UNKNOWN')

const kinds = [
  ['cells', htmlSheet],
  ['text', textSheet],
] as const

describe('an edition that is last year’s with three changes', () => {
  it('is at most ten lines of three files', () => {
    expect(changes.map(({ file }) => file.split('/').at(-1))).toEqual(['form.ts', 'record.ts', 'tables.ts'])
    expect(changes.flatMap(({ added }) => added).length).toBeLessThanOrEqual(10)
  })

  it.each(kinds)('is known beside the one that it is like: %s', async (_, sheet) => {
    const [last, next] = [await read(sheet('2025')), await read(sheet('2026'))]
    expect([last.edition, next.edition]).toEqual(['2025', '2026'])
    expect([...editionNotes(last), ...editionNotes(next)]).toEqual([])
  })

  it.each(kinds)('has its new row, and the renamed one in its field: %s', async (_, sheet) => {
    const record = recordOf(await read(sheet('2026')))
    expect(record.outcomeTarget).toBe('相談に満足した人を九割とする。')
    expect(record.nextYear.project.text).toBe('引き続き実施する。')
    expect(record.costs.map(cost => cost.staffFte)).toEqual([null, null])
    expect(record.costs.map(cost => cost.projectCostThousandYen)).toEqual([1027, 2824])
    expect(record.other).toEqual([])
  })

  it.each(kinds)('leaves last year’s sheet as it was, with the new field empty: %s', async (_, sheet) => {
    const record = recordOf(await read(sheet('2025')))
    expect(record.outcomeTarget).toBeNull()
    expect(record.nextYear.project.text).toBe('引き続き実施する。')
    expect(record.costs.map(cost => cost.staffFte)).toEqual([0.5, 1.25])
  })

  it.each(kinds)('is none of both where a sheet mixes them; what is missing and new is named: %s', async (_, sheet) => {
    const doc = await read(sheet('2026', { 今後の取組方針: '今後の方向性' }))
    expect(doc.edition).toBeNull()
    const [whole] = editionNotes(doc)
    expect(whole?.message).toContain('closest is 2025 (labels missing: 正規職員業務量; new: 成果目標)')
    expect(recordOf(doc).nextYear.project.text).toBe('引き続き実施する。')
  })

  it('names a new row of its own where it stands on last year’s sheet', async () => {
    const doc = await read(htmlSheet('2025', {}, [['成果目標', '甲']]))
    expect(doc.edition).toBeNull()
    expect(editionNotes(doc)[0]?.message).toContain('new: 成果目標')
    expect(recordOf(doc).other).toEqual([{ label: '成果目標', value: '甲' }])
  })

  it('has the column of its new field', async () => {
    const [projects] = planTables(layout)
    if (!projects) throw new Error('no table')
    const table = fill(projects, [await read(htmlSheet('2026'))])
    const at = table.columns.findIndex(column => column.name === 'outcome_target')
    expect(table.rows[0]?.[at]).toBe('相談に満足した人を九割とする。')
  })

  it('knows the older editions as before', async () => {
    const bundle = readFixture('fixtures/bundles/sheets-of-three-editions/input.pdf')
    const { documents } = await extractFrom(bundle, { layouts: [layout] })
    expect(documents.map(doc => doc.edition)).toEqual(['2023', '2025', '2006', '2025'])
  })
})
