import { type Note, note } from '../../../diagnostics/codes.ts'
import { linesOf, linesOfRange, type PageRange, pagesOf } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { In } from '../../kit/fields.ts'
import type { Furniture, Parsed } from '../../kit/layout.ts'
import { blank, type Leaf, printed, printedOr } from '../../kit/leaves.ts'
import { editionOf } from '../edition.ts'
import { sections, title } from '../labels.ts'
import type { HeaderShape, RecordShape } from '../record.ts'
import { withUnit } from '../words/units.ts'
import { bodyOf } from './body.ts'
import { joinCutRows } from './cut-rows.ts'
import { formCells, isFilled } from './grid.ts'
import { editionNotes, unitNotes } from './missing.ts'
import { cellProse, type Form, optionsOf } from './read.ts'
import { slotsOf } from './slots.ts'
import { labelOf, type Stranger, strangersOf } from './strangers.ts'
import { withoutFalseLabels } from './values.ts'

/** A sheet whose cells are known, from a PDF or a table of a converter: every value stands beside or below its label. */
export function parseCells(whole: PageRange): Parsed<In<HeaderShape>, In<RecordShape>> {
  const range = joinCutRows(whole)
  const edition = editionOf(range.pages.flatMap(page => [...linesOf(page.blocks)]))
  const all = withoutFalseLabels(formCells(range, edition.book))
  const { slots, unknown } = slotsOf(all)
  const cells = all.filter(isFilled)
  const form: Form = { cells, slots, used: new Set(), furniture: [] }
  const body = bodyOf(form)
  const strangers = strangersOf(form, unknown)
  const outside = outsideLines(range)
  const doubts = editionNotes(edition, slots, strangers)
  const lines = linesOfRange(range)
  return {
    // A page shows every label it has: where one is new, or missing, the form is another.
    edition: doubts.length > 0 ? null : edition.id,
    range: whole,
    header: { title: printedOr(titleOf(range)) },
    records: [
      {
        pages: pagesOf(range.pages),
        body: { ...body, costs: withUnit(body.costs, lines), other: strangers.map(slot => otherOf(form, slot)) },
      },
    ],
    furniture: [...form.furniture, ...ownWords(form, outside)],
    notes: [...doubts, ...unitNotes(edition, body.costs, lines), ...strangers.map(unknownLabel)],
  }
}

/** The title, which may stand in a frame. */
const titleOf = (range: PageRange): Printed | undefined =>
  linesOfRange(range).find(line => compact(textOf(line.on)) === title)?.on

/** The lines between the tables: the title, the headings, (単位：千円). */
const outsideLines = (range: PageRange): Printed[] =>
  range.pages.flatMap(page => page.blocks.flatMap(block => (block.kind === 'line' ? [block.on] : [])))

const otherOf = (form: Form, stranger: Stranger): { label: Leaf; value: Leaf } => ({
  label: printed(labelOf(stranger)),
  value: stranger.values[0] ? printed(cellProse(form, stranger.values[0])) : blank(),
})

function unknownLabel(stranger: Stranger, index: number): Note {
  const on = labelOf(stranger)
  const label = textOf(on)
  return note('LABEL_UNKNOWN', { label }, { pointer: `/records/0/other/${index}`, on, actual: label })
}

const sectionWords = new Set(sections.map(compact))

/** Labels, headings, units; brackets around options; the number of a page; the title where it is printed again. */
function ownWords(form: Form, outside: readonly Printed[]): Furniture[] {
  const labels = form.cells.filter(cell => cell.label).map(cell => ({ on: cell.on, as: 'label' as const }))
  const brackets = form.cells
    .filter(cell => optionsOf(cell))
    .flatMap(cell => cell.lines.flatMap(line => bracketsOf(line.on)))
    .map(on => ({ on, as: 'mark' as const }))
  const lines = outside.map((on): Furniture => {
    const word = compact(textOf(on))
    if (word === title) return { on, as: 'repeat' }
    return { on, as: /^[-－–]?\d+[-－–]?$/u.test(word) && !sectionWords.has(word) ? 'page' : 'label' }
  })
  return [...labels, ...brackets, ...lines]
}

/** ● 経常経費 [ ○ 内部管理 ● 内部管理以外 ] */
const bracketsOf = (on: Printed): Printed[] =>
  on.pieces.flatMap(piece =>
    [...piece.text.matchAll(/[[\]［］]/gu)].flatMap(found =>
      piece.at
        ? [{ pieces: [{ text: found[0], at: [piece.at[0] + found.index, piece.at[0] + found.index + 1] as const }] }]
        : [],
    ),
  )
