import { type Note, note } from '../../../diagnostics/codes.ts'
import type { Line } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose/prose.ts'
import { say, type Words } from '../../../messages/words.ts'
import { isBlankMark } from '../../../normalise/marks.ts'
import { lineText } from '../text/lines.ts'
import type { Organisations } from '../text/organisations.ts'
import type { Row } from '../text/rows.ts'
import { letterOf } from '../text/timing.ts'
import { type ColumnName, columns } from '../words/index.ts'

/** What a record lacks: its pointer, the name of the field, what would be there, and what its own cell holds instead. */
type Lack = readonly [pointer: string, field: LackName, expected: Words, instead?: readonly Line[] | undefined]
export type LackName = ColumnName | '施策番号' | '取組の実施時期の区分'

/**
 * What no record of a table prints: a column that it does not have, and the codes or letters that none of two cells or more
 * holds. The document has none, which is told once. Nothing where a record is in no cells.
 */
export function neverPrinted(rows: readonly Row[], headed: ReadonlySet<ColumnName>): LackName[] {
  const inCells = rows.flatMap(row => row.cells ?? [])
  if (inCells.length === 0 || inCells.length < rows.length) return []
  const columns = new Set([...headed, ...inCells.flatMap(cells => [...cells.columns])])
  return [
    ...missingColumns(columns, rows),
    ...emptyFields(rows)
      .filter(([, column]) => columns.has(column))
      .map(([name]) => name),
  ]
}

/** 局 and 所管部 may be in one column: one of them is missing where no record names such a unit. */
function missingColumns(columns: ReadonlySet<ColumnName>, rows: readonly Row[]): LackName[] {
  const hasUnits = {
    局: rows.some(row => row.head.organisations.bureaus.length > 0),
    所管部: rows.some(row => row.head.organisations.divisions.length > 0),
  }
  const missing = names.filter(name => !columns.has(name) && !always.includes(name))
  const lacks = missing.filter(name => !((name === '局' || name === '所管部') && hasUnits[name]))
  return lacks.flatMap(name => [name, ...parts.flatMap(([part, column]) => (column === name ? [part] : []))])
}

/** Every edition has these: where one is not seen it may be on another page, and each record is told to lack it. */
const always: readonly ColumnName[] = ['NO', '指摘事項', '今後の取組の方向性']
const names = Object.keys(columns) as ColumnName[]
const parts = [
  ['施策番号', '施策'],
  ['取組の実施時期の区分', '取組の実施時期'],
] as const

function emptyFields(rows: readonly Row[]): (typeof parts)[number][] {
  if (rows.length < 2) return []
  const has = {
    施策番号: (row: Row) => row.upper.code !== undefined,
    取組の実施時期の区分: ({ timing }: Row) => letterOf(timing, true) !== undefined,
  }
  return parts.filter(([name]) => !rows.some(has[name]))
}

/** Notes on what every record has and this one does not show: they hang on what its cell holds instead, or on the head of the record. */
export function missing(row: Row, at: string, never: readonly LackName[] = []): Note[] {
  const strangers = (row.cells?.strangers ?? []).map(({ column, on }) => strangerNote(column, on, at))
  const lacks = lacksOf(row)
    .filter(([, field]) => !never.includes(field))
    .map(([pointer, field, expected, instead = []]) => {
      const lines = instead.length > 0 ? instead : row.lines.slice(0, 3)
      const printed = textOf(joinLines(lines.map(line => line.on)))
      const where = lines[0] ? { on: lines[0].on } : {}
      return note('FIELD_UNREADABLE', { field, expected, printed }, { pointer: at + pointer, expected, ...where })
    })
  return [...lacks, ...strangers, ...(never.includes('施策番号') ? [] : partOfMeasure(row, at))]
}

/** A name of a measure without its code may be the end of one that begins beside another record. */
function partOfMeasure({ cells, upper: { code, measure } }: Row, at: string): Note[] {
  if (!cells || code || !measure || measure.length === 0 || isBlank(measure)) return []
  const on = joinLines(measure.map(line => line.on))
  const args = { printed: textOf(on), suggestion: null, why: say('NO_CODE_BEFORE') }
  return [note('SUSPECT_TEXT', args, { pointer: `${at}/measure/name`, on, severity: 'warning' })]
}

/** Something else in the cell of a unit may be the name of one, damaged. */
function strangerNote(field: '局' | '所管部', on: Printed, at: string): Note {
  const pointer = at + (field === '局' ? '/bureaus' : '/divisions')
  const expected = say('UNIT_NAME')
  return note('FIELD_UNREADABLE', { field, expected, printed: textOf(on) }, { pointer, expected, on })
}

/** 危機管理対策室: an office of a bureau's rank has no divisions. */
const isOffice = ({ bureaus }: Organisations): boolean => bureaus.some(name => /室\s*$/u.test(textOf(name)))

/** A dash says that there is none. */
const isBlank = (lines: readonly Line[] | undefined): boolean =>
  lines !== undefined && lines.length > 0 && isBlankMark(lines.map(lineText).join(''))

function lacksOf({ head, upper, timing, response, cells }: Row): Lack[] {
  const letter = letterOf(timing, cells !== undefined)
  const lacks: readonly (readonly [lacks: boolean, lack: Lack])[] = [
    [!head.no, ['/no', 'NO', say('NUMBER_BEFORE_BUREAU')]],
    [head.organisations.bureaus.length === 0 && !cells?.dashes.includes('局'), ['/bureaus', '局', say('BUREAU_NAME')]],
    [
      head.organisations.divisions.length === 0 && !isOffice(head.organisations) && !cells?.dashes.includes('所管部'),
      ['/divisions', '所管部', say('DIVISION_NAME')],
    ],
    [!upper.code && !isBlank(upper.measure), ['/measure/code', '施策番号', say('MEASURE_CODE'), upper.measure]],
    [upper.measure?.length === 0, ['/measure/name', '施策', say('MEASURE_NAME')]],
    [upper.project?.length === 0, ['/project', '指摘対象', say('PROJECT_NAME')]],
    [upper.finding?.length === 0, ['/finding', '指摘事項', say('TEXT_ABOVE_TIMING')]],
    [!letter && !isBlank(timing), ['/timing/category', '取組の実施時期の区分', say('TIMING_LETTER'), timing]],
    [!timing, ['/timing/text', '取組の実施時期', say('TIMING')]],
    [response ? response.length === 0 : !timing, ['/response', '今後の取組の方向性', say('TEXT_AFTER_TIMING')]],
  ]
  return lacks.flatMap(([isLacking, lack]) => (isLacking ? [lack] : []))
}
