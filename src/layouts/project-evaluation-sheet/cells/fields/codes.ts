import { fold, match, textOf } from '../../../../document/printed.ts'
import { say } from '../../../../messages/words.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import { absent, blank, type Leaf, open, printed } from '../../../kit/leaves.ts'
import type { Coded } from '../../body/source.ts'
import type { FormCell } from '../grid.ts'
import { namesName } from '../labels/slots.ts'
import { type Form, leafOf, severalOfField, slotOfField } from '../read.ts'

const severalCodes = say('SEVERAL_CODES')

/** Code and name, in a cell each or both in one: 3-4-1 道都札幌を支える交通体系の構築; null where the label has no cell. */
export function codedLeaf(form: Form, field: string): Coded | null {
  const several = severalOfField(form, field)
  if (several) return { code: several, name: several }
  const slot = slotOfField(form, field)
  const [first, second] = withoutNameLabel(form, slot?.values ?? [])
  if (!first) return null
  form.used.add(first)
  if (second) form.used.add(second)
  if (holdsSeveral(first)) return severalOf([first, ...(second ? [second] : [])])
  if (second) return { code: printed(first.words), name: printed(second.words) }
  const both = match(fold(first.words), /^(?<code>\d+(?:\s?[-－‐–]\s?\d+)*)\s*(?<name>\D.*)?$/dsu)?.groups
  if (!both?.code) return { code: absent, name: printed(first.words) }
  return { code: printed(both.code), name: both.name ? printed(both.name) : blank() }
}

/** The code and the name; the name's own label is a word of the form. */
function withoutNameLabel(form: Form, values: readonly FormCell[]): readonly FormCell[] {
  const [code, label, name] = values
  if (!code || !label || !name || !namesName(values)) return values
  form.used.add(label)
  form.furniture.push({ on: label.on, as: 'label' })
  return [code, name]
}

function severalOf([first, second = first]: readonly FormCell[]): Coded {
  const of = (cell: FormCell | undefined) => open(cell?.lines.map(line => line.on) ?? [], severalCodes)
  return { code: of(first), name: of(second) }
}

/** A code alone in its cell. */
export function codeLeaf(form: Form, field: string): Leaf {
  const cell = slotOfField(form, field)?.values[0]
  if (!cell || !holdsSeveral(cell)) return leafOf(form, field)
  form.used.add(cell)
  return open(
    cell.lines.map(line => line.on),
    severalCodes,
  )
}

const wholeCode = /^\d+(?:[-－‐–]\d+)*$/u
const codeFirst = /^\d+(?:[-－‐–]\d+)+/u

/** 20067⏎20068, or 3-4-1 …⏎3-4-2 …: a line that is filled may as well be one code that the cell was too narrow for. */
function holdsSeveral({ lines }: FormCell): boolean {
  if (lines.length < 2) return false
  const words = lines.map(line => compact(textOf(fold(line.on))))
  if (words.every(word => wholeCode.test(word))) return words.some(isLong) || lines.slice(0, -1).every(hasRoom)
  return words.every(word => codeFirst.test(word))
}

/** 6-1: whole as it stands. */
const isLong = (word: string): boolean => word.includes('-')

const hasRoom = ({ room, width }: FormCell['lines'][number]): boolean => room !== undefined && room - width > 1
