import { type Note, note } from '../diagnostics/codes.ts'
import { concat, matches, type Printed, textOf } from '../document/printed.ts'
import { type Field, isField, isList, isMaybe, plainText, type Shape } from '../layouts/kit/fields.ts'
import { type Leaf, type Option, printedOf } from '../layouts/kit/leaves.ts'
import { say } from '../messages/words.ts'
import type { DecisionKind } from './decisions/decision.ts'

/** A leaf with its field, its pointer and what became of it. Every later walk goes over these. */
export interface Evaluated {
  readonly pointer: string
  readonly field: Field<unknown>
  readonly leaf: Leaf
  readonly value: unknown
  readonly notes: readonly Note[]
  /** What a person decided about it. */
  readonly byHand?: DecisionKind
}

/** The value of a shape, leaf by leaf: one that cannot be read is null with a note, and the others stay. */
export function evaluate(shape: Shape, found: unknown, pointer: string): { value: unknown; leaves: Evaluated[] } {
  const leaves: Evaluated[] = []
  return { value: walk(shape, found, pointer, leaves), leaves }
}

function walk(shape: Shape, found: unknown, pointer: string, leaves: Evaluated[]): unknown {
  if (isField(shape)) {
    const evaluated = valueAt(shape, found as Leaf, pointer)
    leaves.push(evaluated)
    return evaluated.value
  }
  if (isMaybe(shape)) return found === null ? null : walk(shape.shape, found, pointer, leaves)
  if (isList(shape))
    return (found as readonly unknown[]).map((item, index) => walk(shape[0], item, `${pointer}/${index}`, leaves))
  const parts = found as { readonly [key: string]: unknown }
  const values: { [key: string]: unknown } = {}
  for (const [key, part, step] of partsOf(shape as Parts)) values[key] = walk(part, parts[key], pointer + step, leaves)
  return values
}

type Parts = { readonly [key: string]: Shape }
const partsOfShapes = new WeakMap<Parts, [key: string, part: Shape, step: string][]>()

/** The parts of a shape with the step of a JSON Pointer that leads to each; spelt once for all records of a form. */
function partsOf(shape: Parts): [key: string, part: Shape, step: string][] {
  const known = partsOfShapes.get(shape)
  if (known) return known
  const parts = Object.entries(shape).map(([key, part]): [string, Shape, string] => [key, part, `/${token(key)}`])
  partsOfShapes.set(shape, parts)
  return parts
}

/** A key as a token of a JSON Pointer (RFC 6901). */
export const token = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

function valueAt(field: Field<unknown>, leaf: Leaf, pointer: string): Evaluated {
  const { value, notes } = readLeaf(field, leaf)
  const own = 'notes' in leaf ? (leaf.notes ?? []) : []
  if (own.length + notes.length === 0) return { pointer, field, leaf, value, notes }
  return { pointer, field, leaf, value, notes: [...own, ...notes].map(n => ({ ...n, pointer: n.pointer ?? pointer })) }
}

interface Reading {
  readonly value: unknown
  readonly notes: readonly Note[]
}

function readLeaf(field: Field<unknown>, leaf: Leaf): Reading {
  const none = field.answers === 'many' ? [] : null
  switch (leaf.kind) {
    case 'printed':
      return readPrinted(field, leaf.on)
    case 'choice':
      return readChoice(field, leaf.options)
    case 'counted':
      return { value: leaf.value, notes: [] }
    case 'blank':
    case 'absent':
      return { value: none, notes: [] }
    case 'open':
      return { value: none, notes: [ambiguous(field, leaf)] }
  }
}

function readPrinted(field: Field<unknown>, on: Printed): Reading {
  const printed = textOf(on)
  const several = printed.includes('\n') ? severalFigures(field, on) : []
  if (several.length > 1)
    return {
      value: null,
      notes: [ambiguous(field, { kind: 'open', candidates: several, why: say('SEVERAL_IN_CELL') })],
    }
  const isNamed = !printed.includes(nameless)
  const value = isNamed ? field.read(on) : undefined
  if (value !== undefined) return { value, notes: [] }
  const expected = isNamed ? field.expected : say('KNOWN_CHARACTERS')
  const args = { field: field.ja, expected, printed }
  return { value: null, notes: [note('FIELD_UNREADABLE', args, { on, expected, actual: printed })] }
}

/** The lines of a field that holds one figure, where each of them is one; none else. */
function severalFigures(field: Field<unknown>, on: Printed): Printed[] {
  const lines = field.isFigure ? matches(on, /[^\n]+/dgu).map(line => line.whole) : []
  return lines.every(line => (field.read(line) ?? null) !== null) ? lines : []
}

/** What readers give for a character of which the source does not say what it is. */
const nameless = '\ufffd'

function ambiguous(field: Field<unknown>, { candidates, why, near }: Leaf & { kind: 'open' }): Note {
  const texts = candidates.map(plainText)
  const related = candidates.map((on, index) => ({ pointer: null, on, value: texts[index] }))
  const on = candidates[0] ?? near
  const args = { field: field.ja, candidates: texts, why }
  return note('FIELD_AMBIGUOUS', args, { ...(on ? { on } : {}), expected: say('ONE_READING'), actual: texts, related })
}

function readChoice(field: Field<unknown>, options: readonly Option[]): Reading {
  const chosen = options.filter(option => option.chosen).map(option => plainText(option.label))
  if (field.answers === 'many') return { value: chosen, notes: [] }
  if (chosen.length === 1) return { value: chosen[0], notes: [] }
  return {
    value: null,
    notes: [chosen.length === 0 ? noneChosen(field, options) : severalChosen(field, options, chosen)],
  }
}

function noneChosen(field: Field<unknown>, options: readonly Option[]): Note {
  const labels = options.map(option => plainText(option.label))
  const on = options[0]?.mark
  const severity = field.mayBeUnmarked ? { severity: 'info' as const } : {}
  return note(
    'CHOICE_NONE',
    { field: field.ja, options: labels },
    { ...(on ? { on } : {}), expected: say('ONE_MARKED_OPTION'), actual: [], ...severity },
  )
}

function severalChosen(field: Field<unknown>, options: readonly Option[], chosen: readonly string[]): Note {
  const related = options
    .filter(option => option.chosen)
    .map(option => ({ pointer: null, on: option.label, value: plainText(option.label) }))
  const on = related[0]?.on
  const args = { field: field.ja, chosen }
  return note('CHOICE_SEVERAL', args, {
    ...(on ? { on } : {}),
    expected: say('ONE_MARKED_OPTION'),
    actual: chosen,
    related,
  })
}

/** The printed text of a leaf as one run, for checks that read inside a value. */
export function printedWhole({ leaf }: Evaluated): Printed {
  const parts = printedOf(leaf)
  return parts.length === 1 ? (parts[0] as Printed) : concat(...parts)
}
