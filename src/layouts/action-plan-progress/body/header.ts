import type { Note } from '../../../diagnostics/codes.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { fiscalYear } from '../../../normalise/era.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { label, repeat } from '../../kit/claims.ts'
import { editionNote } from '../../kit/edition-note.ts'
import { type In, plainText } from '../../kit/fields.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, type Leaf, open, printed } from '../../kit/leaves.ts'
import { type ColumnName, type Head, type HeadRow, headNamed } from '../page/heads.ts'
import type { Lead } from '../page/lead.ts'
import type { HeaderShape } from '../record.ts'
import { outlookHeads, progressHeads } from '../words/index.ts'

export interface HeaderFound {
  readonly header: In<HeaderShape>
  readonly furniture: readonly Furniture[]
  readonly notes: readonly Note[]
}

/** The header: the lead's parts, and the years of the column heads, which every page prints again. */
export function headerOf(rows: readonly HeadRow[], { lead, plan, total }: Lead): HeaderFound {
  const progress = headsOf(rows, 'progress')
  const outlook = headsOf(rows, 'outlook')
  const header = {
    plan,
    initiativesTotal: total,
    lead,
    progressPeriod: { from: yearOf(progress, 'from'), to: yearOf(progress, 'to') },
    outlookFrom: yearOf(outlook, 'from'),
  }
  const furniture = rows.flatMap(row => row.heads.flatMap(wordsOf))
  return { header, furniture, notes: rows.slice(0, 1).flatMap(unknownColumns) }
}

const headsOf = (rows: readonly HeadRow[], name: ColumnName): Head[] => rows.flatMap(row => headNamed(row, name) ?? [])

/** The year that the heads of a column agree on; where they do not, none is sure. */
function yearOf(heads: readonly Head[], end: 'from' | 'to'): Leaf {
  const found = heads.flatMap(({ years }) => years?.[end] ?? [])
  const readable = found.filter(on => typeof yearIn(on) === 'number')
  const [first] = readable.length > 0 ? readable : found
  if (!first) return absent
  const others = readable.filter(on => yearIn(on) !== yearIn(first))
  const distinct = [
    first,
    ...others.filter((on, index) => others.findIndex(each => yearIn(each) === yearIn(on)) === index),
  ]
  return others.length > 0 ? open(distinct, 'the pages head the same column with different years') : printed(first)
}

const yearIn = (on: Printed): number | null | undefined => fiscalYear(plainText(on))

/** The words of a head, and its years, which are repeats of the first head's. */
function wordsOf({ name, on, years }: Head): Furniture[] {
  if (!years) return [label(on)]
  const again = [years.from, years.to].map((year): Furniture => repeat(year))
  const joints = years.joints.map((joint): Furniture => ({ on: joint, as: isDash(joint) ? 'mark' : 'label' }))
  return name === 'item' ? [] : [...again, ...joints, label(years.rest)]
}

const isDash = (on: Printed): boolean => /^[-－–—―‐]$/u.test(textOf(on))

/** A form with more columns, or others, than this one has. */
function unknownColumns({ heads }: HeadRow): Note[] {
  const unexpected = heads.filter(head => head.name === undefined).map(head => plainText(head.on))
  const missing = (['progress', 'outlook'] as const).filter(name => heads.every(head => head.name !== name))
  if (unexpected.length === 0 && missing.length === 0) return []
  const closest = '項目 / 主な取組内容 / 取組の方向性'
  const on = heads.find(head => head.name === undefined)?.on
  return [editionNote({ closest, missing, unexpected }, on ? { on } : {})]
}

/** Whether a head's words are those of the form, and not only like them. */
export const isKnownHead = ({ years, on }: Head): boolean => {
  const words = compact(textOf(years?.rest ?? on))
  return progressHeads.includes(words) || outlookHeads.includes(words)
}
