import type { Note } from '../../../diagnostics/codes.ts'
import type { Block, Pages } from '../../../document/model.ts'
import { nothing, type Printed, textOf } from '../../../document/printed.ts'
import { proseOf, proseText } from '../../../document/prose/prose.ts'
import { wrapWidth } from '../../../document/prose/wrapping.ts'
import { say } from '../../../messages/words.ts'
import { mark } from '../../kit/claims.ts'
import { suspicion } from '../../kit/doubts.ts'
import type { In } from '../../kit/fields.ts'
import type { Furniture } from '../../kit/layout.ts'
import { type Leaf, open, printed } from '../../kit/leaves.ts'
import { type BoxFound, type Manner, nested, proseIn, readCell } from '../cells/points.ts'
import { linesIn, type Other, wholeTitle } from '../cells/rows.ts'
import type { Initiative, Section } from '../page/found.ts'
import type { RecordShape } from '../record.ts'

type Body = In<RecordShape>

export interface BodyFound {
  readonly pages: Pages | null
  readonly body: Body
  readonly furniture: readonly Furniture[]
  /** Its lists may hold what is under the other head. */
  readonly isShort: boolean
}

/** The records, and the marks that are no part of them. */
export function bodiesOf(initiatives: readonly Initiative[], isInline: boolean): BodyFound[] {
  const sections = new Set(initiatives.flatMap(({ section }) => section ?? []))
  const manner = (cells: readonly (readonly Block[])[]): Manner => ({
    isInline,
    measure: wrapWidth(cells.flatMap(linesIn)),
  })
  const manners = {
    directions: manner([...sections].map(section => section.body)),
    progress: manner(initiatives.map(each => each.progress)),
    outlook: manner(initiatives.map(each => each.outlook)),
  }
  const read = new Map([...sections].map(section => [section, sectionOf(section, manners.directions)] as const))
  return initiatives.map(initiative => bodyOf(initiative, read, manners))
}

interface SectionFound {
  readonly section: Body['section']
  readonly furniture: readonly Furniture[]
}

const noSection: SectionFound = {
  section: {
    no: open([], say('SECTION_ROW_ELSEWHERE')),
    title: open([], say('SECTION_ROW_ELSEWHERE')),
    directions: [],
  },
  furniture: [],
}

function sectionOf({ no, title, body }: Section, manner: Manner): SectionFound {
  const prose = proseIn(linesIn(body), manner)
  return {
    section: {
      no,
      title: title ? printed(title, no.kind === 'open' ? [unnumbered(title)] : []) : open([], untitled),
      directions: nested(prose).map(on => printed(on)),
    },
    furniture: prose.marks.map(mark),
  }
}

const untitled = say('NO_TITLE_ABOVE')

/** Ⅰ 市民・企業などの協働: a number of a kind that is not known is in the title. */
function unnumbered(on: Printed): Note {
  const why = say('MAY_BEGIN_WITH_NUMBER')
  return suspicion(on, why, { severity: 'info' })
}

function bodyOf(
  initiative: Initiative,
  sections: ReadonlyMap<Section, SectionFound>,
  manners: { readonly progress: Manner; readonly outlook: Manner },
): BodyFound {
  const { section, furniture } = (initiative.section && sections.get(initiative.section)) ?? noSection
  const progress = readCell(initiative.progress, manners.progress)
  const outlook = readCell(initiative.outlook, manners.outlook)
  const body = {
    section,
    ...titleOf(initiative),
    progress: progress.points.map(on => printed(on)),
    outlook: outlook.points.map(on => printed(on)),
    boxes: [...progress.boxes, ...outlook.boxes].map(boxOf),
    other: initiative.others.map(otherOf),
  }
  return {
    pages: pagesOf(initiative),
    body,
    furniture: [...furniture, ...progress.furniture, ...outlook.furniture],
    isShort: initiative.isShort,
  }
}

function titleOf({ number, title, notes }: Initiative): { no: Leaf; title: Leaf } {
  const on = wholeTitle(title)
  const isPrinted = textOf(on) !== ''
  const none = open([], say('START_ROW_ELSEWHERE'))
  return {
    no: number ? printed(number.no, notes) : open(isPrinted ? [on] : [], say('NO_NUMBER_BEFORE_TITLE')),
    title: isPrinted ? printed(on) : none,
  }
}

/** A cell of a column that the form does not know, in its paragraphs. */
const otherOf = ({ label, blocks }: Other): Body['other'][number] => ({
  label: printed(label),
  value: printed(proseText(proseOf(linesIn(blocks)))),
})

const boxOf = ({ title, items, notes }: BoxFound): Body['boxes'][number] => ({
  title: title ? printed(title, notes) : { kind: 'blank', on: nothing },
  items: items.map((on: Printed) => printed(on)),
})

function pagesOf({ pages }: Initiative): Pages | null {
  const [from, to] = [pages[0], pages.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}
