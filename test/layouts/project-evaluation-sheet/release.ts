import type { ReleaseFinding } from '../../../src/diagnostics/release.ts'
import type { AnyLayout, ReleaseDocument } from '../../../src/layouts/kit/layout.ts'
import { projectEvaluationSheet } from '../../../src/layouts/project-evaluation-sheet/index.ts'
import { type Random, randomOf } from './random.ts'

type Column = [fiscalYear: number | null, kind: string | null, staffFte: number | null, personnelCost: number | null]

export interface SheetOf {
  path: string
  pages: { from: number; to: number } | null
  sha256: string
  edition: string | null
  fiscalYear: number | null
  account: string | null
  project: string | null
  columns: Column[]
}

/** A sheet of the 2025 edition that agrees with its name. */
export const sheetOf = (more: Partial<SheetOf> = {}): SheetOf => {
  const project = more.project ?? '20001'
  const path = more.path ?? `release/202510${project}.pdf`
  const pages = { from: 1, to: 1 }
  return { path, pages, sha256: path, edition: '2025', fiscalYear: 2024, account: '10', project, columns: [], ...more }
}

const documentOf = (sheet: SheetOf): ReleaseDocument => ({
  source: { path: sheet.path, sha256: sheet.sha256, pages: sheet.pages },
  edition: sheet.edition,
  records: [
    {
      fiscalYear: sheet.fiscalYear,
      account: { code: sheet.account, name: null },
      projectCode: sheet.project,
      costs: sheet.columns.map(([fiscalYear, kind, staffFte, personnelCostThousandYen]) => ({
        fiscalYear,
        kind,
        projectCostThousandYen: 100,
        specificRevenueThousandYen: 900,
        staffFte,
        personnelCostThousandYen,
        totalThousandYen: null,
      })),
    },
  ],
})

/** What the form finds across some sheets, their facts kept as JSON in between. */
export function findingsAcross(sheets: readonly SheetOf[]): ReleaseFinding[] {
  const { release } = projectEvaluationSheet as AnyLayout
  if (!release) throw new Error('the form has no checks across a release')
  const kept = JSON.stringify(sheets.map(sheet => release.facts(documentOf(sheet))))
  return release.findings(JSON.parse(kept))
}

const rounding = [Math.round, Math.floor, Math.ceil]

/** 人件費 reckoned from the exact 人工, of which so many decimals are printed. */
function column(random: Random, unitCost: number, decimals: number): [staffFte: number, personnelCost: number] {
  const exact = random.chance(0.1) ? random.int(0, 40) / 1000 : random.int(50, 30_000) / 1000
  return [Number(exact.toFixed(decimals)), random.pick(rounding)(exact * unitCost)]
}

const columnYears: readonly [year: number, kind: string, unitCost: number][] = [
  [2022, 'actual', 7340],
  [2023, 'budget', 7340],
  [2023, 'actual', 7515],
  [2024, 'budget', 7620],
]

/** A release of so many sheets in which everything agrees, as far as printed numbers show it. */
export function releaseOf(size: number, seed: number, more: Partial<SheetOf> = {}): SheetOf[] {
  const random = randomOf(seed)
  return Array.from({ length: size }, (_, index) => {
    const decimals = random.int(1, 3)
    const columns = columnYears.map(([year, kind, unitCost]): Column => {
      const [staffFte, personnelCost] = column(random, unitCost, decimals)
      return [year, kind, staffFte, random.chance(0.05) ? null : personnelCost]
    })
    return sheetOf({ project: String(20_000 + index), columns, ...more })
  })
}
