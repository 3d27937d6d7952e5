import type { Pages } from '../../../document/model.ts'
import type { Out } from '../../kit/fields.ts'
import type { ReleaseDocument } from '../../kit/layout.ts'
import type { RecordShape } from '../record.ts'

type Sheet = Out<RecordShape>
type Cost = Sheet['costs'][number]

/** 人工 and 人件費 of one column of 事業費. */
export interface Staffing {
  readonly fiscalYear: number
  readonly kind: string
  readonly staffFte: number
  readonly personnelCostThousandYen: number
}

/** What is kept of a sheet until the whole release is read; plain as JSON. */
export interface SheetFacts {
  readonly path: string
  readonly pages: Pages | null
  readonly sha256: string
  readonly edition: string | null
  readonly fiscalYear: number | null
  readonly accountCode: string | null
  readonly projectCode: string | null
  /** The columns in which all four are printed. */
  readonly staffing: readonly Staffing[]
  /** Decimals to which the sheet prints 人工. */
  readonly fteDecimals: number
}

/** The facts of a sheet; those that its record lacks are null. */
export function factsOf({ source, edition, records: [sheet] }: ReleaseDocument<Sheet>): SheetFacts {
  const { path, pages, sha256 } = source
  const costs = sheet?.costs ?? []
  return {
    path,
    pages,
    sha256,
    edition,
    fiscalYear: sheet?.fiscalYear ?? null,
    accountCode: sheet?.account.code ?? null,
    projectCode: sheet?.projectCode ?? null,
    staffing: costs.flatMap(staffingOf),
    fteDecimals: decimalsOf(costs),
  }
}

function staffingOf({ fiscalYear, kind, staffFte, personnelCostThousandYen }: Cost): Staffing[] {
  if (fiscalYear === null || kind === null || staffFte === null || personnelCostThousandYen === null) return []
  return [{ fiscalYear, kind, staffFte, personnelCostThousandYen }]
}

/** Every edition prints tenths at least: 1.0 人工 has them, though the number 1 does not show it. */
const leastDecimals = 1

/** The cells of a row are printed alike: 2.35 has 1.20 beside it, though the number 1.2 does not show it. */
const decimalsOf = (costs: readonly Cost[]): number =>
  Math.max(leastDecimals, ...costs.map(({ staffFte }) => shownDecimals(staffFte ?? 0)))

const shownDecimals = (value: number): number => /\.(\d+)$/u.exec(String(value))?.[1]?.length ?? 0
