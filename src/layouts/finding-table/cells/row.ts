import type { Line } from '../../../document/model.ts'
import { nothing, type Printed, startOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose/prose.ts'
import { joinCut } from '../../../document/table/cut-rows.ts'
import { say, type Words } from '../../../messages/words.ts'
import { isBlankMark } from '../../../normalise/marks.ts'
import { label, mark, repeat } from '../../kit/claims.ts'
import { othersIn } from '../../kit/columns.ts'
import type { Furniture } from '../../kit/layout.ts'
import { isCodeLine } from '../text/code.ts'
import { lineText } from '../text/lines.ts'
import { type Row, rowsOf } from '../text/rows.ts'
import { isTiming, timingLetter, timingText } from '../text/timing.ts'
import { afterCode } from '../text/upper.ts'
import { type ColumnName, columns } from '../words/index.ts'
import { paragraphsOf } from './joined.ts'
import { numberIn } from './number.ts'
import { type Group, partsIn } from './records.ts'
import { levelsOf, type Units, unitsIn } from './units.ts'

/** The lines of a column, in the parts that rows cut them into. */
type Cells = (name: ColumnName) => readonly (readonly Line[])[]

const names = Object.keys(columns) as ColumnName[]

/** The record that some rows of the table hold, each field from its column. */
export function rowOf(group: Group): Row {
  const found = new Map(names.map(name => [name, partsIn(group, name)] as const))
  const cells: Cells = name => found.get(name)?.parts ?? []
  const own = [...new Set(group.flatMap(piece => [...piece.at.values()].flat()))].filter(
    cell => !cell.ditto && !cell.goesOn,
  )
  const lines = own.flatMap(cell => cell.lines)
  const shifted = group.some(piece => piece.mixed) ? undefined : strayMark(cells, group)
  const repeats = [...found].flatMap(([name, each]) => each.repeats.flatMap(said => repeatOf(name, said)))
  return (
    (shifted && asLines(lines)) || { ...cellRow(group, cells, lines, repeats), ...(shifted ? { doubt: shifted } : {}) }
  )
}

function cellRow(group: Group, cells: Cells, lines: readonly Line[], repeats: readonly Furniture[]): Row {
  const flat = (name: ColumnName): readonly Line[] => cells(name).flat()
  const number =
    flat('NO')
      .map(line => numberIn([line]))
      .find(found => found) ?? numberIn(flat('NO'))
  const measure = afterCode(flat('施策'))
  const timing = flat('取組の実施時期')
  const dashes = names.filter(name => flat(name).length > 0 && dashesIn(flat(name)).length === flat(name).length)
  const withOffices = has(group, '所管部')
  const units = (name: '局' | '所管部') =>
    unitsIn(dashes.includes(name) ? [] : flat(name), { withOffices: withOffices && name === '局' })
  const [bureaus, divisions] = byLevel(units('局'), units('所管部'), group)
  const organisations = { bureaus: bureaus.names, divisions: divisions.names, end: { line: 0, from: 0 } }
  return {
    head: { line: 0, no: number?.no ?? numberless(flat('NO')), organisations, hasCode: measure.code !== undefined },
    upper: {
      code: measure.code,
      measure: measure.lines,
      project: flat('指摘対象'),
      finding: proseLines(cells('指摘事項')),
      shared: [],
      inferred: false,
    },
    timing: timing.length > 0 ? timing : undefined,
    response: proseLines(cells('今後の取組の方向性')),
    lines: [...lines].sort((a, b) => startOf(a.on) - startOf(b.on)),
    byBlank: group.some(piece => piece.byBlank),
    mixed: new Set(group.flatMap(piece => [...(piece.mixed ?? [])])),
    cells: {
      other: othersIn(group),
      furniture: [
        ...repeats,
        ...(number?.marks ?? []),
        ...dashesIn([...flat('局'), ...flat('所管部')]),
        ...[...bureaus.marks, ...divisions.marks].map(label),
        ...(measure.word ? [label(measure.word)] : []),
      ],
      dashes,
      dittos: dittosIn(group),
      goesOn: names.filter(name => group.some(piece => piece.at.get(name)?.some(cell => cell.goesOn))),
      columns: new Set(group.flatMap(piece => [...piece.at.keys()])),
      strangers: [
        ...bureaus.others.map(on => ({ column: '局', on }) as const),
        ...divisions.others.map(on => ({ column: '所管部', on }) as const),
      ],
    },
  }
}

function dittosIn(group: Group): Map<ColumnName, Printed> {
  const cells = group.flatMap(piece => [...piece.at].flatMap(([name, at]) => at.map(({ ditto }) => ({ name, ditto }))))
  return new Map(cells.flatMap(({ name, ditto }) => (ditto ? [[name, ditto] as const] : [])))
}

const has = (group: Group, name: ColumnName): boolean => group.some(piece => piece.at.has(name))

/** The units of two columns; where the table has one for both, what the names end with tells their level. */
function byLevel(bureaus: Units, divisions: Units, group: Group): [Units, Units] {
  if (has(group, '局') && has(group, '所管部')) return [bureaus, divisions]
  const { names, others, marks } = [bureaus, divisions].find(each => each.names.length > 0) ?? bureaus
  const parted = levelsOf(names, has(group, '局'))
  return [
    { names: parted.bureaus, others, marks },
    { names: parted.divisions, others: [], marks: [] },
  ]
}

/** A cell that says again what the record has, in the pieces that are values of it. */
function repeatOf(name: ColumnName, lines: readonly Line[]): Furniture[] {
  const { code, lines: named } = name === '施策' ? afterCode(lines) : { code: undefined, lines }
  const letter = name === '取組の実施時期' && lines[0] ? timingLetter(lines[0]) : undefined
  const text = letter ? timingText(named, letter) : joinLines(named.map(line => line.on))
  const units = name === '局' || name === '所管部' ? unitsIn(lines).names : [text]
  const said = [code, letter?.category, ...units].filter(on => on !== undefined)
  return [...said.map(repeat), ...(letter?.marks ?? []).map(mark)]
}

/** A dash in the column of a unit says that there is none. */
const dashesIn = (lines: readonly Line[]): Furniture[] =>
  lines.filter(line => isBlankMark(lineText(line))).map(({ on }) => mark(on))

const proseLines = (parts: readonly (readonly Line[])[]): Line[] => joinCut(parts.map(paragraphsOf))

/** A cell that holds something else than a number is told with all that it holds. */
const numberless = (lines: readonly Line[]): Printed | undefined =>
  lines.length > 0 ? joinLines(lines.map(line => line.on)) : undefined

const moved = say('CELL_LOST')

/** A code or a timing in a column of text, or a text in the timing's above an empty response: cells of the row have moved. */
function strayMark(cells: Cells, group: Group): Words | undefined {
  const first = (name: ColumnName): Line | undefined => cells(name)[0]?.[0]
  const begins = (is: (line: Line) => boolean, own: ColumnName): boolean =>
    !cells(own).flat().some(is) && unmarked.some(name => name !== own && is(first(name) ?? noLine))
  const timing = first('取組の実施時期')
  const isEmpty = cells('今後の取組の方向性').length === 0 && group.some(row => row.at.has('今後の取組の方向性'))
  const isPushed = timing !== undefined && !timingLetter(timing) && isEmpty
  return begins(isCodeLine, '施策') || begins(isTiming, '取組の実施時期') || isPushed ? moved : undefined
}

const unmarked = names.filter(name => name !== 'NO')
const noLine = { on: nothing } as Line

/** A row whose cells have moved, read as text is: by what its lines say. */
function asLines(lines: readonly Line[]): Row | undefined {
  const [row, ...others] = rowsOf(lines)
  return others.length === 0 ? row : undefined
}
