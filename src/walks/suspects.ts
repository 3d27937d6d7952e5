import { type Note, note } from '../diagnostics/codes.ts'
import { linesOf, type PageRange, type Suspect } from '../document/model.ts'
import { type Printed, type Span, slice, spansOf, textOf } from '../document/printed.ts'
import { strangersIn } from '../document/strangers.ts'
import { say, type Words } from '../messages/words.ts'
import { type Evaluated, printedWhole } from './evaluate.ts'

const reasons: { readonly [W in Exclude<Suspect['why'], 'cut-off'>]: Words } = {
  'no-unicode': say('FONT_WITHOUT_UNICODE'),
  overprinted: say('OVERPRINTED'),
  'on-border': say('ON_BORDER'),
  'beside-empty': say('BESIDE_EMPTY'),
  stamped: say('STAMPED'),
  'struck-out': say('STRUCK_OUT'),
}

/** What the reader itself doubts: characters of no known meaning, text that is cut off, pages of hidden OCR. Each on the value that holds it. */
export function doubtsOf(range: PageRange, leaves: readonly Evaluated[]): Note[] {
  const pages = range.pages.map(page => page.span)
  const suspects = (range.source.suspects ?? []).filter(({ on }) => spansOf(on).some(span => overlapsAny(span, pages)))
  const told = suspects.flatMap(({ on }) => spansOf(on))
  const ofPages = [
    ...repairs(range),
    ...recognisedPages(range),
    ...annotated(range),
    ...unseenTexts(range),
    ...cutTables(range),
    ...strangerNotes(leaves, told),
    ...narrowNotes(leaves),
  ]
  if (suspects.length === 0) return ofPages
  const places = leaves.map((leaf): Held => {
    const whole = printedWhole(leaf)
    return { pointer: leaf.pointer, text: textOf(whole), spans: spansOf(whole) }
  })
  return [...ofPages, ...suspects.flatMap(suspect => suspectNotes(suspect, places))]
}

/** Characters that no Japanese word is written with, where the reader does not doubt them already. */
function strangerNotes(leaves: readonly Evaluated[], told: readonly Span[]): Note[] {
  return leaves.flatMap(leaf => {
    const whole = printedWhole(leaf)
    return strangersIn(textOf(whole)).flatMap(span => {
      const on = slice(whole, ...span)
      if (spansOf(on).some(each => overlapsAny(each, told))) return []
      const args = { printed: textOf(on), suggestion: null, why: say('NO_SUCH_CHARACTER') }
      return [note('SUSPECT_TEXT', args, { pointer: leaf.pointer, on, severity: 'warning' })]
    })
  })
}

/** What was wrong with the file though all of it could be read. */
const repairs = ({ source }: PageRange): Note[] =>
  source.repaired === undefined ? [] : [note('FILE_REPAIRED', { what: source.repaired }, { pointer: '' })]

/** A leaf, and what is printed of it. */
interface Held {
  readonly pointer: string
  readonly text: string
  readonly spans: readonly Span[]
}

const holds =
  ({ on }: Suspect) =>
  ({ spans }: Held): boolean =>
    spansOf(on).some(span => overlapsAny(span, spans))

function suspectNotes(suspect: Suspect, places: readonly Held[]): Note[] {
  const { on, why } = suspect
  const holders = places.filter(holds(suspect))
  if (why === 'cut-off') return cutNotes(suspect, holders)
  const args = { printed: textOf(on), suggestion: null, why: reasons[why] }
  const pointers = holders.length > 0 ? [...holders.map(({ pointer }) => pointer), ...lacking(why)] : [unheld(why)]
  // A stamp in no value hides none.
  const severity = why === 'stamped' && holders.length === 0 ? 'info' : 'warning'
  return [...new Set(pointers)].map(pointer => note('SUSPECT_TEXT', args, { pointer, on, severity }))
}

/** The value that is cut holds what is printed; what the file holds besides is told. */
function cutNotes(suspect: Suspect, holders: readonly Held[]): Note[] {
  const { on } = suspect
  const rest = suspect.rest ?? null
  const cut: readonly { pointer: string | null; text: string }[] =
    holders.length > 0 ? holders : [{ pointer: null, text: textOf(on) }]
  return cut.map(({ pointer, text }) => {
    const more = { pointer: pointer === null ? null : listOf(pointer), on, expected: rest, actual: text }
    return note('TEXT_CUT', { printed: text, rest }, more)
  })
}

/** A spreadsheet prints these in a cell that is too narrow for its figure. */
const tooNarrow = /^[#＃]{2,}$/u

function narrowNotes(leaves: readonly Evaluated[]): Note[] {
  return leaves.flatMap(leaf => {
    const on = printedWhole(leaf)
    const text = textOf(on).trim()
    return tooNarrow.test(text) ? [note('TEXT_CUT', { printed: text, rest: null }, { pointer: leaf.pointer, on })] : []
  })
}

/** Where an item of a list is cut, whole items may be lost with it: the list is to be looked at. */
const listOf = (pointer: string): string => pointer.replace(/\/\d+$/u, '')

/** What cannot be read and belongs to no value may be one that is missing, or its label: nothing says which. */
const unheld = (why: Suspect['why']): '' | null => (why === 'no-unicode' ? '' : null)

/** Nothing says which value an empty cell would be. */
const lacking = (why: Suspect['why']): string[] => (why === 'beside-empty' ? ['/records'] : [])

const overlapsAny = (span: Span, others: readonly Span[]): boolean =>
  others.some(other => span[0] < other[1] && other[0] < span[1])

/** Pages whose text is what an OCR made of a picture: every value of theirs is to be checked. */
function recognisedPages({ pages }: PageRange): Note[] {
  return pages
    .filter(page => page.recognised)
    .map(page => {
      const [first]: readonly { on: Printed }[] = [...linesOf(page.blocks)]
      const args = { printed: say('PAGE', { page: page.number }), suggestion: null, why: say('HIDDEN_OCR') }
      return note('SUSPECT_TEXT', args, { severity: 'warning', ...(first ? { on: first.on } : {}) })
    })
}

/** Pages over which form fields or annotations print text that is not read: any value of theirs may be missing, or another. */
function annotated({ pages }: PageRange): Note[] {
  return pages.flatMap(page => {
    if (!page.annotations) return []
    const [first]: readonly { on: Printed }[] = [...linesOf(page.blocks)]
    const why = say('ANNOTATIONS_UNREAD', { texts: page.annotations })
    const args = { printed: say('PAGE', { page: page.number }), suggestion: null, why }
    return [
      note('SUSPECT_TEXT', args, { pointer: '/records', severity: 'warning', ...(first ? { on: first.on } : {}) }),
    ]
  })
}

/** Text of a page that is in the colour of its ground, covered, cut off, or without ink over other text. */
const unseenTexts = ({ pages }: PageRange): Note[] =>
  pages.flatMap(({ number, unseen }) =>
    unseen ? [note('HIDDEN_TEXT', { page: number, text: textOf(unseen) }, { on: unseen })] : [],
  )

/** Tables that the paper was too narrow for: what the lost columns say may be missing from every value. */
function cutTables({ pages }: PageRange): Note[] {
  return pages.flatMap(page =>
    page.blocks.flatMap(block => {
      if (block.kind !== 'table' || !block.cutAt) return []
      const side = block.cutAt
      const printed = say('PAGE', { page: page.number })
      const why = say(side === 'left' ? 'TABLE_OPEN_LEFT' : 'TABLE_OPEN_RIGHT')
      const [first]: readonly { on: Printed }[] = [...linesOf([block])]
      return [
        note(
          'SUSPECT_TEXT',
          { printed, suggestion: null, why },
          { pointer: '/records', ...(first ? { on: first.on } : {}), severity: 'warning' },
        ),
      ]
    }),
  )
}
