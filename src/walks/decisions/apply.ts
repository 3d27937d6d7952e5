import { type Note, note } from '../../diagnostics/codes.ts'
import { type Printed, textOf } from '../../document/printed.ts'
import type { Field } from '../../layouts/kit/fields.ts'
import { plainText } from '../../layouts/kit/fields.ts'
import { say, type Words } from '../../messages/words.ts'
import type { Evaluated } from '../evaluate.ts'
import type { OwnDecisions } from './about.ts'
import type { Decision } from './decision.ts'
import { readingAt, stepsOf, type Values, valueAt } from './reading.ts'

/** A document's values and leaves with the decisions in them. */
export interface Decided<V extends Values> {
  readonly values: V
  readonly leaves: readonly Evaluated[]
  /** In the order of the file. */
  readonly applied: readonly Decision[]
  /** What is said of those that could not be applied. */
  readonly notes: readonly Note[]
}

/**
 * Applies decisions in their order: each that says what is read now, after those before it. A corrected value is read as if it had been
 * printed in the place of the other.
 */
export function decided<V extends Values>(
  values: V,
  leaves: readonly Evaluated[],
  { own, replaced }: OwnDecisions,
): Decided<V> {
  if (own.length + replaced.length === 0) return { values, leaves, applied: [], notes: [] }
  const work = new Work(values, leaves)
  for (const decision of own) if (!isOfGroup(decision, work)) work.apply(decision)
  // A group may have been looked at before the values in it were decided, or after.
  for (const decision of own) if (isOfGroup(decision, work)) work.accept(decision, values)
  for (const decision of replaced) work.refuse(decision, say('DECISION_FILE_CHANGED'))
  const applied = own.filter(decision => work.applied.has(decision))
  return { values: work.values, leaves: [...work.leaves.values()], applied, notes: work.notes }
}

const isOfGroup = ({ pointer }: Decision, { leaves }: Work<Values>): boolean => pointer === null || !leaves.has(pointer)

class Work<V extends Values> {
  readonly values: V
  readonly leaves: Map<string, Evaluated>
  readonly applied = new Set<Decision>()
  readonly notes: Note[] = []

  constructor(values: V, leaves: readonly Evaluated[]) {
    this.values = structuredClone(values)
    this.leaves = new Map(leaves.map(leaf => [leaf.pointer, leaf]))
  }

  /** Applies a decision about one value. */
  apply(decision: Decision): void {
    const pointer = decision.pointer as string
    const leaf = this.leaves.get(pointer) as Evaluated
    const value = valueBy(decision, leaf)
    const why = isSame(leaf.value, decision.read)
      ? value === undefined && notOne(decision, leaf.field)
      : readOtherwise(decision, leaf.value)
    if (why) {
      this.refuse(decision, why)
      return
    }
    this.#set(pointer, value)
    this.leaves.set(pointer, { ...leaf, value, byHand: decision.decision })
    this.applied.add(decision)
  }

  /** Applies a decision about a group of values, or about none: there is nothing to change. */
  accept(decision: Decision, before: Values): void {
    const { pointer, read } = decision
    if (pointer !== null && valueAt(before, pointer) === undefined) {
      this.refuse(decision, say('DECISION_NO_VALUE'))
      return
    }
    const readings = pointer === null ? [read] : [before, this.values].map(values => readingAt(values, pointer))
    if (decision.decision === 'accepted' && readings.some(reading => isSame(reading, read))) this.applied.add(decision)
    else this.refuse(decision, say('DECISION_GROUP_CHANGED'))
  }

  refuse({ pointer, decision, read }: Decision, why: Words): void {
    const isThere = pointer !== null && (pointer === '' || valueAt(this.values, pointer) !== undefined)
    const actual = isThere ? readingAt(this.values, pointer) : null
    this.notes.push(
      note('DECISION_STALE', { decision, why }, { pointer: isThere ? pointer : '', expected: read, actual }),
    )
  }

  #set(pointer: string, value: unknown): void {
    const steps = stepsOf(pointer)
    const holder = steps.slice(0, -1).reduce((at, step) => at[step] as Holder, this.values as unknown as Holder)
    holder[steps.at(-1) as string] = value
  }
}

interface Holder {
  [step: string]: unknown
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The value that a decision gives; undefined where the field has no such value. */
function valueBy({ decision, value = '' }: Decision, { field, leaf, value: before }: Evaluated): unknown {
  if (decision === 'accepted') return before
  if (field.counted) return undefined
  if (decision === 'unreadable') return field.answers === 'many' ? [] : null
  const lines = value.split('\n').map(line => plainText(byHand(line)))
  const options = leaf.kind === 'choice' ? leaf.options.map(({ label }) => plainText(label)) : []
  const isOffered = options.length === 0 || lines.every(line => line === '' || options.includes(line))
  if (!isOffered) return undefined
  if (field.answers === 'many') return lines.filter(line => line !== '')
  if (textOf(byHand(value)).trim() === '') return null
  return field.read(byHand(value))
}

/** What was typed, as if it had been printed; it is nowhere in the source. */
const byHand = (text: string): Printed => ({ pieces: [{ text, at: null }] })

const readOtherwise = ({ read }: Decision, now: unknown): Words =>
  say('DECISION_READS_OTHER', { before: JSON.stringify(read ?? null), now: JSON.stringify(now ?? null) })

const notOne = ({ value = '' }: Decision, { expected }: Field<unknown>): Words =>
  say('DECISION_NOT_ONE', { value, expected })
