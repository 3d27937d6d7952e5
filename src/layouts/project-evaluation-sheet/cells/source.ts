import { type Note, note } from '../../../diagnostics/codes.ts'
import { type Line, linesOfRange, type PageRange } from '../../../document/model.ts'
import { match, type Printed, textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { heading, label, mark, repeat } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { blank, type Leaf, printed } from '../../kit/leaves.ts'
import type { Rest, Source } from '../body/source.ts'
import { joinCutRows } from '../page/cut-rows.ts'
import { labelFurniture, labelIn, sectionWords, wholeBook } from '../words/book.ts'
import { editionOf, type KnownEdition } from '../words/edition.ts'
import { title } from '../words/form.ts'
import { isTitle, sectionOf } from '../words/headings.ts'
import { plainHeads } from '../words/index.ts'
import { withUnit } from '../words/units.ts'
import { assessments } from './fields/assessments.ts'
import { choiceLeaf, targets } from './fields/choices.ts'
import { codedLeaf, codeLeaf } from './fields/codes.ts'
import { costBreakdowns, costs } from './fields/costs.ts'
import { indicators, withoutValues } from './fields/indicators.ts'
import { type FormCell, type GridCell, gridOf, isFilled, labelled } from './grid.ts'
import { newOptionsIn, optionsLeaf, optionsOf } from './labels/options.ts'
import { type Slot, slotsOf } from './labels/slots.ts'
import { withoutFalseLabels } from './labels/values.ts'
import { withWholeHeads } from './labels/whole-heads.ts'
import { editionNotes, unitNotes } from './missing.ts'
import { cellProse, type Form, leafOf, proseLeaf, savingLeaf } from './read.ts'
import { withoutSpacers } from './spacers.ts'
import { labelOf, newWordsOf, type Stranger, strangersOf } from './strangers.ts'
import { withStubs } from './stubs.ts'
import { withinForm } from './within-form.ts'

/** A sheet whose cells are known, from a PDF or a table of a converter: every value is beside or below its label. */
export function cellSource(whole: PageRange): Source {
  const range = withinForm(joinCutRows(whole))
  const { cells: stubbed, repeats } = withStubs(gridOf(range))
  const grid = withWholeHeads(withoutSpacers(stubbed))
  const outside = outsideLines(range)
  const edition = editionOf(wordsOf(grid, outside))
  const cells = withoutFalseLabels(labelled(grid, edition.book))
  const { slots, unknown } = slotsOf(cells)
  const form: Form = {
    cells: cells.filter(isFilled),
    slots,
    used: new Set(),
    furniture: repeats.map(cell => repeat(cell.on)),
    newWords: new Set(),
  }
  const lines = linesOfRange(range)
  return {
    title: titleOf(lines),
    text: field => proseLeaf(form, field),
    one: field => leafOf(form, field),
    code: field => codeLeaf(form, field),
    coded: field => codedLeaf(form, field),
    choice: field => choiceLeaf(form, field),
    saving: field => savingLeaf(form, field),
    targets: () => targets(form, unknown),
    costs: () => withUnit(costs(form), lines),
    costBreakdowns: () => costBreakdowns(form),
    indicators: () => indicators(form),
    assessments: () => assessments(form),
    rest: () => restOf(form, edition, unknown, outside, unitNotes(edition, costs(form), lines)),
  }
}

/** The title alone on its line, or with a year before it and a word behind it: 令和7年度 事業評価調書（令和6年度実施事業）. */
function titleOf(lines: readonly Line[]): Printed | undefined {
  const words = lines.map(line => compact(textOf(line.on)))
  const alone = words.indexOf(title)
  return lines[alone < 0 ? words.findIndex(isTitle) : alone]?.on
}

/** The words that may be labels or headings: labels of cells, and lines outside; a heading may be in a cell with other words. */
function wordsOf(grid: readonly GridCell[], outside: readonly Printed[]): Set<string> {
  const inside = grid.flatMap(cell => cell.lines.map(line => compact(textOf(line.on))))
  const labels = grid.flatMap(({ word }) => labelIn(wholeBook.byWord, word)?.printed ?? []).map(compact)
  const words = [...labels, ...outside.map(on => compact(textOf(on))).map(word => sectionOf(word) ?? word)]
  return new Set([...words, ...inside.filter(word => sectionWords.has(word))])
}

function restOf(
  form: Form,
  edition: KnownEdition,
  unknown: readonly Slot[],
  outside: readonly Printed[],
  units: readonly Note[],
): Rest {
  const strangers = strangersOf(form, unknown)
  const doubts = editionNotes(edition, form.slots, [
    ...form.newWords,
    ...otherWordsIn(form),
    ...strangers.map(newWordsOf),
  ])
  return {
    // A page shows every label it has: where one is new, or missing, the form is another.
    edition: doubts.length > 0 ? null : edition.id,
    other: strangers.map(stranger => otherOf(form, stranger)),
    furniture: [...form.furniture, ...ownWords(form, outside)],
    notes: [...doubts, ...units, ...withoutValues(form), ...strangers.map(unknownLabel(doubts))],
  }
}

const otherWordsIn = ({ slots }: Form): string[] =>
  slots.flatMap(({ head }) => (head.label?.isOtherWord ? [textOf(head.words)] : []))

/** The lines between the tables: the title, the headings, (単位：千円). */
const outsideLines = (range: PageRange): Printed[] =>
  range.pages.flatMap(page => page.blocks.flatMap(block => (block.kind === 'line' ? [block.on] : [])))

const otherOf = (form: Form, stranger: Stranger): { label: Leaf; value: Leaf } => ({
  label: printed(labelOf(stranger)),
  value: besideLabel(form, stranger.values),
})

function besideLabel(form: Form, [cell, ...more]: readonly FormCell[]): Leaf {
  if (!cell) return blank()
  const options = newOptionsIn([cell, ...more])
  return options ? optionsLeaf(options) : printed(cellProse(form, cell.lines))
}

/** A new label is to be looked at where a known one is missing: it may be that one's new name. */
function unknownLabel(doubts: readonly Note[]): (stranger: Stranger, index: number) => Note {
  const severity = doubts.some(each => each.severity !== 'info') ? 'warning' : 'info'
  return (stranger, index) => {
    const on = labelOf(stranger)
    const label = textOf(on)
    return note('LABEL_UNKNOWN', { label }, { pointer: `/records/0/other/${index}`, on, actual: label, severity })
  }
}

/** Labels, headings, units; brackets around options; the number of a page; the title where it is printed again. */
function ownWords(form: Form, outside: readonly Printed[]): Furniture[] {
  const labels = form.cells.filter(cell => cell.label).flatMap(cell => labelFurniture(cell.on))
  const heads = form.cells.filter(cell => !form.used.has(cell) && plainHeads.includes(cell.word))
  const brackets = form.cells
    .filter(cell => optionsOf(cell))
    .flatMap(cell => cell.lines.flatMap(line => bracketsOf(line.on)))
    .map(mark)
  const lines = outside.flatMap((on): Furniture[] => {
    const word = compact(textOf(on))
    if (word === title) return [repeat(on)]
    if (/^[-－–]?\d+[-－–]?$/u.test(word)) return [{ on, as: 'page' }]
    return sectionOf(word) && !sectionWords.has(word) ? headingWords(on) : [{ on, as: 'label' }]
  })
  return [...labels, ...heads.map(({ on }) => label(on)), ...brackets, ...lines]
}

/** ■事業費 （単位：千円）: a heading with a mark of its own, and the unit of what is below it. */
function headingWords(on: Printed): Furniture[] {
  const { sign, words, unit } = match(on, headingParts)?.groups ?? {}
  return [...(sign ? [mark(sign)] : []), ...(words ? [heading(words)] : []), ...(unit ? [label(unit)] : [])]
}

const headingParts =
  /^(?<sign>◎(?=.*単位)|[^\p{L}\p{N}（]|\d{1,2}[.．])?\s*(?<words>\S.*?)\s*(?<unit>[（(]単位[：:]千円[）)])?$/du

/** ● 経常経費 [ ○ 内部管理 ● 内部管理以外 ] */
const bracketsOf = (on: Printed): Printed[] =>
  on.pieces.flatMap(piece =>
    [...piece.text.matchAll(/[[\]［］]/gu)].flatMap(found =>
      piece.at
        ? [{ pieces: [{ text: found[0], at: [piece.at[0] + found.index, piece.at[0] + found.index + 1] as const }] }]
        : [],
    ),
  )
