import type { Decision } from '../../../walks/decisions/decision.ts'
import { element, shownValue } from '../dom.ts'
import type { Links } from '../links.ts'
import type { ReviewDocument, ReviewField } from '../review.ts'
import type { PageWords } from '../words.ts'

/** The values of a document as a form in the order of the paper. */
export interface FieldsView {
  readonly root: HTMLElement
  /** The row of a pointer, or of the first value in a group. */
  rowOf(pointer: string): HTMLElement | undefined
  /** Shows what was decided about a field. */
  decide(pointer: string, decision: Decision | undefined): void
}

export interface Handlers {
  /** A field has the focus, or was pressed. */
  readonly onPick: (pointer: string) => void
}

export function fieldsView(doc: ReviewDocument, links: Links, { onPick }: Handlers, words: PageWords): FieldsView {
  const doubted = doubtsByPointer(doc)
  const rows = new Map<string, HTMLElement>()
  const root = element('section', { class: 'fields', 'aria-label': words.fields }, element('h2', {}, words.fields))
  let heading: string | undefined
  for (const field of doc.fields) {
    const within = field.within.join(' › ')
    if (within !== (heading ?? '')) root.append(element('h3', {}, within))
    heading = within
    const row = rowOf(field, doubted.get(field.pointer), words)
    row.addEventListener('mouseenter', () => links.light(field.pointer))
    row.addEventListener('focus', () => onPick(field.pointer))
    row.addEventListener('click', () => onPick(field.pointer))
    links.add(field.pointer, row)
    rows.set(field.pointer, row)
    root.append(row)
  }
  return {
    root,
    rowOf: pointer => rows.get(pointer) ?? [...rows].find(([at]) => at.startsWith(`${pointer}/`))?.[1],
    decide: (pointer, decision) => {
      const row = rows.get(pointer)
      const field = doc.fields.find(each => each.pointer === pointer)
      if (row && field) showDecision(row, field, decision, words)
    },
  }
}

const doubtsByPointer = ({ doubts }: ReviewDocument): Map<string, string> =>
  new Map(doubts.flatMap(({ pointer, isOpen }) => (pointer !== null && isOpen ? [[pointer, 'doubted'] as const] : [])))

function rowOf(field: ReviewField, doubt: string | undefined, words: PageWords): HTMLElement {
  const { pointer, name, byHand } = field
  const row = element(
    'div',
    { class: `field ${doubt ?? ''}`, tabindex: 0, 'data-pointer': pointer, role: 'group', 'aria-label': name },
    element('span', { class: 'name', title: pointer }, name),
    element('span', { class: 'value' }, textOf(field)),
    element('span', { class: 'state' }, byHand === null ? '' : words.decided[byHand]),
  )
  return row
}

/** The value with its unit, and the word of the form for one of ours. */
function textOf({ value, label, unit }: ReviewField): string {
  const shown = label ?? shownValue(value)
  return unit === null || value === null ? shown : `${shown} ${unit}`
}

function showDecision(row: HTMLElement, field: ReviewField, decision: Decision | undefined, words: PageWords): void {
  const [value, state] = [row.querySelector('.value'), row.querySelector('.state')]
  if (!value || !state) return
  value.textContent =
    decision?.decision === 'corrected'
      ? (decision.value ?? '')
      : decision?.decision === 'unreadable'
        ? '—'
        : textOf(field)
  const kind = decision?.decision ?? field.byHand
  state.textContent = kind === null ? '' : words.decided[kind]
  row.classList.toggle('decided', decision !== undefined)
}
