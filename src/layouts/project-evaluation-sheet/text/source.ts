import type { Note } from '../../../diagnostics/codes.ts'
import { linesOfRange, type PageRange } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { label, repeat } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, type Leaf } from '../../kit/leaves.ts'
import type { Coded, Source } from '../body/source.ts'
import { labelFurniture, wholeBook } from '../words/book.ts'
import { editionOf, type KnownEdition, missingLabels } from '../words/edition.ts'
import { form, grade, target } from '../words/form.ts'
import type { Label } from '../words/rows.ts'
import { withUnit } from '../words/units.ts'
import { assessments } from './assessments.ts'
import { costBreakdowns } from './breakdowns.ts'
import { grades, type OptionGroup, optionGroups, singleChoice, targets } from './choices.ts'
import { costs } from './costs.ts'
import { type HeadParts, headParts } from './head-fields.ts'
import { indicators } from './indicators/indicators.ts'
import { type Sheet, sheetOf, strayTexts } from './sheet.ts'
import { measureOf, prose, saving, years } from './single-fields.ts'
import { isKind, type Token } from './token.ts'
import { tokensOf } from './tokens.ts'

/** A sheet of which only the text is known, in whatever order a converter printed it. */
export function textSource(range: PageRange): Source {
  const lines = linesOfRange(range)
  const edition = editionOf(wordsOf(tokensOf(wholeBook, lines)))
  const sheet = sheetOf(tokensOf(edition.book, lines))
  const found = findingsOf(sheet)
  const leafOf = (field: string): Leaf => found.leaves.get(field) ?? absent
  return {
    title: sheet.tokens.find(isKind('title'))?.on,
    text: leafOf,
    choice: leafOf,
    saving: leafOf,
    one: field => found.leaves.get(field) ?? found.head.get(field)?.value ?? absent,
    code: field => found.head.get(field)?.value ?? absent,
    coded: field => codedOf(found.head.get(field)),
    targets: () => found.targets,
    costs: () => withUnit(found.costs, lines),
    costBreakdowns: () => found.costBreakdowns,
    indicators: () => found.indicators,
    assessments: () => found.assessments,
    rest: () => ({
      // A converter may lose a label that the page has: its absence is told, and the form stays known by the others.
      edition: edition.id,
      other: [],
      furniture: [...sheet.furniture, ...ownWords(sheet)],
      notes: notesOf(edition, sheet, found.notes),
    }),
  }
}

/** The words that tell editions apart, where the text prints them as labels or headings. */
const wordsOf = (tokens: readonly Token[]): Set<string> =>
  new Set(
    tokens.flatMap(token => {
      if (isKind('label')(token)) return [compact(token.label.printed)]
      return token.kind === 'section' ? [compact(textOf(token.on))] : []
    }),
  )

const codedOf = (parts: HeadParts | undefined): Coded | null =>
  parts?.code ? { code: parts.code, name: parts.name ?? absent } : null

/**
 * What the sheet holds, found in this order: what is known by its form (heads, choices, amounts, torn rows) is taken before running text
 * is; the numbers left over are the indicators'.
 */
function findingsOf(sheet: Sheet) {
  const groups = optionGroups(sheet.tokens)
  const head = new Map([...fieldsOf('head'), 'measures'].map(field => [field, headParts(sheet, field)]))
  const judged = grades(sheet, groups)
  const money = costs(sheet)
  const known = [...savingLeaves(sheet), ...Object.entries(years(sheet))]
  const judgements = assessments(sheet)
  const breakdowns = costBreakdowns(sheet)
  const read = textReader(sheet)
  const asked = targets(sheet, groups)
  const chosen = [...Object.entries(judged), ...choiceLeaves(sheet, groups)]
  const texts = fieldsOf('prose').map(field => [field, read(field)] as const)
  const { found, notes } = indicators(sheet)
  const leaves: ReadonlyMap<string, Leaf> = new Map([...known, ...chosen, ...texts])
  return {
    head,
    leaves,
    targets: asked,
    costs: money,
    costBreakdowns: breakdowns,
    assessments: judgements,
    indicators: found,
    notes,
  }
}

/** The fields that labels of a kind have, once each. */
const fieldsOf = (kind: Label['kind']): string[] => [
  ...new Set(form.labels.flatMap(label => (label.kind === kind && label.field ? [label.field] : []))),
]

const savingLeaves = (sheet: Sheet): (readonly [string, Leaf])[] =>
  fieldsOf('saving').map(field => [field, saving(sheet, field)])

/** The choices that are known by their options alone; those of the grades, and of 対象, by what is around them. */
const choiceLeaves = (sheet: Sheet, groups: readonly OptionGroup[]): (readonly [string, Leaf])[] =>
  form.choices
    .filter(({ options }) => options !== grade && options !== target)
    .map(({ field, options }) => [field, singleChoice(sheet, groups, options)])

/** How running text is read: the cells of the upper half are equally wide, so that a line that ends early is known by the others. */
function textReader(sheet: Sheet): (field: string) => Leaf {
  const wide = new Set(form.labels.flatMap(label => (label.isWide && label.field ? [label.field] : [])))
  const measure = measureOf(sheet, [...wide])
  const isOrderLost = strayTexts(sheet).length > 0
  return field => prose(sheet, field, { isOrderLost, measure: wide.has(field) ? measure : undefined })
}

function notesOf(edition: KnownEdition, { tokens }: Sheet, notes: readonly Note[]): Note[] {
  const labels = tokens.flatMap(token => (token.kind === 'label' ? [token.label] : []))
  return [...edition.notes, ...missingLabels(edition, labels, 'text'), ...notes]
}

/** What nothing but the form says: labels, headings, units, and the title where it is printed again. */
function ownWords(sheet: Sheet): Furniture[] {
  return sheet.tokens.flatMap((token): Furniture[] => {
    if (token.kind === 'label') return labelFurniture(token.on)
    if (token.kind === 'section' || token.kind === 'unit') return [label(token.on)]
    return token.kind === 'title' ? [repeat(token.on)] : []
  })
}
