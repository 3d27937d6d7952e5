import type { Note } from '../../diagnostics/codes.ts'
import { linesOfRange, type PageRange, type Pages } from '../../document/model.ts'
import { type Printed, textOf } from '../../document/printed.ts'
import { joinLines } from '../../document/prose/prose.ts'
import { say } from '../../messages/words.ts'
import { compact } from '../../normalise/whitespace.ts'
import { folio, label, mark, repeat } from '../kit/claims.ts'
import { columnNote } from '../kit/columns.ts'
import type { In } from '../kit/fields.ts'
import type { Furniture, Parsed } from '../kit/layout.ts'
import { absent, type Leaf, open, printed } from '../kit/leaves.ts'
import { lostFeet, shortRows } from './body/lost.ts'
import { type Body, type Measures, measuresOf, rowBody } from './body/records.ts'
import type { FormRow } from './cells/pieces.ts'
import { formRowsOf, goesOnInSentence, merged } from './cells/rows.ts'
import { rangeOf } from './page/heads.ts'
import { commonLegend, type Legend } from './page/legend.ts'
import { type Section, sectionsOf } from './page/sections.ts'
import { type Tops, topsOf } from './page/tops.ts'
import type { HeaderShape, RecordShape } from './record.ts'
import { heads, roles } from './words/index.ts'

type Found = Parsed<In<HeaderShape>, In<RecordShape>>

/** A row of the form and the page it begins on. */
interface PlacedRow {
  readonly row: FormRow
  readonly section: Section
  readonly tops: Tops
  readonly last: Section
  /** What the first column of the row above says, where this row begins a page and has none of its own. */
  readonly actionAbove?: Printed
}

/** The whole document: every printed page gives its recommendation and policy, and its rows. */
export function parse(range: PageRange): Found[] {
  const sections = sectionsOf(range)
  const legend = commonLegend(sections.map(section => section.legend))
  const names = new Set((legend?.categories ?? []).map(category => compact(textOf(category.name))))
  const corpus = linesOfRange(range)
    .map(line => compact(textOf(line.on)))
    .join('\n')
  const tops = topsOf(sections, { corpus })
  const placed = placedRows(sections, tops, names)
  const measures = measuresOf(placed.map(({ row }) => row))
  const bodies = placed.map(each => bodyWithin(each, measures, names))
  const title = tops.flatMap(top => top.heading ?? [])[0]
  const { header, furniture } = headerOf(sections, legend, title)
  return [
    {
      edition: null,
      range,
      header,
      records: placed.map(({ section, tops: top, last }, index) => ({
        pages: pagesOfRecord(section, last),
        body: { ...top.fields, ...(bodies[index] as (typeof bodies)[number]).fields },
      })),
      furniture: [
        ...furniture,
        ...tops.flatMap(top => top.furniture),
        ...tops.flatMap(top => (top.heading && top.heading !== title ? [repeat(top.heading)] : [])),
        ...bodies.flatMap(body => body.furniture),
      ],
      notes: [
        ...columnNotes(sections),
        ...tops.flatMap(top => top.notes),
        ...lostFeet(range, tops),
        ...shortRows(placed.map(({ row }) => row)),
      ],
    },
  ]
}

/** Columns that the form does not know, or that it misses, are told once. */
function columnNotes(sections: readonly Section[]): Note[] {
  const columns = sections.flatMap(section => section.heads?.columns ?? [])
  return [columnNote(columns, roles, role => heads[role].words[0] ?? role) ?? []].flat()
}

function pagesOfRecord(first: Section, last: Section): Pages | null {
  return first.pages && last.pages ? { from: first.pages.from, to: last.pages.to } : null
}

/** The rows of every page; where a page begins with a row that has no end of its own, it goes on from the page before. */
function placedRows(sections: readonly Section[], tops: readonly Tops[], names: ReadonlySet<string>): PlacedRow[] {
  const placed: PlacedRow[] = []
  let heads = sections.find(section => section.heads)?.heads
  sections.forEach((section, index) => {
    heads = section.heads ?? heads
    const top = tops[index] as Tops
    formRowsOf(section.body, heads, names).forEach((row, position) => {
      const above = placed.at(-1)
      const goesOn = position === 0 && above && isRest(row, section, above) && isSamePolicy(section, top, above.tops)
      if (goesOn) placed[placed.length - 1] = { ...above, row: merged([above.row, row]), last: section }
      else
        placed.push({
          row,
          section,
          tops: top,
          last: section,
          ...(position === 0 ? actionAbove(row, section, above) : {}),
        })
    })
  })
  return placed
}

/** A producer that closes a merged cell at the foot of a page leaves it blank on the next, where a row may also have no action. */
function actionAbove(row: FormRow, section: Section, above: PlacedRow | undefined): Pick<PlacedRow, 'actionAbove'> {
  const isGoingOn = section.pages !== null && !section.policy && !section.heads
  const lines = above?.row.parts.get('action')?.flat() ?? []
  if (!isGoingOn || row.parts.has('action') || lines.length === 0) return {}
  return { actionAbove: joinLines(lines.map(line => line.on)) }
}

function bodyWithin({ row, actionAbove: on }: PlacedRow, measures: Measures, names: ReadonlySet<string>): Body {
  const body = rowBody(row, measures, names)
  return on ? { ...body, fields: { ...body.fields, action: open([on], mayBeMerged) } } : body
}

const mayBeMerged = say('BLANK_AT_HEAD')

/** Whether the first row of a page is the rest of the last one: it has no end of its own, or the page break left that one open. */
function isRest(row: FormRow, section: Section, above: PlacedRow): boolean {
  if (!row.anchored) return true
  const isCut = above.last.body.at(-1)?.isOpen === true && section.body[0]?.isFirst === true
  if (isCut) return row.category === undefined || above.row.category === undefined
  return section.pages !== null && row.category === undefined && goesOnInSentence(above.row, row)
}

/** Whether a page goes on with the policy of the page before: it prints none, or the same again. */
const isSamePolicy = ({ policy }: Section, { fields }: Tops, { fields: before }: Tops): boolean =>
  !policy || isSame(fields.label, before.label) || isSame(fields.policy.text, before.policy.text)

const isSame = (one: Leaf, other: Leaf): boolean =>
  one.kind === 'printed' && other.kind === 'printed' && compact(textOf(one.on)) === compact(textOf(other.on))

function headerOf(sections: readonly Section[], legend: Legend | undefined, title: Printed | undefined) {
  const withHeads = sections.flatMap(section => [section.heads, ...section.headsAgain])
  const progress = withHeads.flatMap(heads => heads?.progress ?? [])
  const next = withHeads.flatMap(heads => heads?.next ?? [])
  const span = progress[0] && rangeOf(progress[0])
  const header: In<HeaderShape> = {
    title: title ? printed(title) : absent,
    categories: (legend?.categories ?? []).map(({ name, meaning }) => ({
      name: printed(name),
      meaning: printed(meaning),
    })),
    progressPeriod: { from: periodOf(span?.from), to: periodOf(span?.to) },
    nextPeriod: periodOf(next[0]),
  }
  const furniture: Furniture[] = [
    ...sections.flatMap(section => legendFurniture(section.legend)),
    ...sections.flatMap(section => section.folios).map(folio),
    ...withHeads.flatMap(heads => heads?.furniture ?? []),
    ...progress.flatMap(periodFurniture),
    ...next.map(repeat),
  ]
  return { header, furniture }
}

function periodOf(on: Printed | undefined): In<HeaderShape>['nextPeriod'] {
  const leaf: Leaf = on ? printed(on) : absent
  return { text: leaf, fiscalYear: leaf, half: leaf }
}

function periodFurniture(on: Printed): Furniture[] {
  const { from, to, mark } = rangeOf(on)
  return [repeat(from), repeat(to), ...(mark ? [label(mark)] : [])]
}

const legendFurniture = ({ titles, categories }: Legend): Furniture[] => [
  ...titles.map(label),
  ...categories.flatMap(({ name, meaning, colon }): Furniture[] => [repeat(name), repeat(meaning), mark(colon)]),
]
