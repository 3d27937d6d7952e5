import type { Score } from './score.ts'

interface Scored {
  readonly form: string
  readonly name: string
  readonly kinds: readonly string[]
  readonly score: Score
}

/** A table's head and rows. */
export interface Rows {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface Figures {
  readonly forms: Rows
  /** Arrangements that stand where something is wrong with nothing said, the worst first. */
  readonly kinds: Rows
  /** Documents with silent faults or refused, by name. */
  readonly worst: Rows
}

export function figuresOf(scored: readonly Scored[]): Figures {
  const names = [...new Set(scored.map(({ form }) => form))]
  return {
    forms: {
      head: [
        'form',
        'documents',
        'leaves',
        'right',
        'told',
        'silent',
        'refused',
        'perfect',
        'perfect and sound',
        'sound with silent faults',
      ],
      rows: names.map(name =>
        formRow(
          name,
          scored.filter(({ form }) => form === name),
        ),
      ),
    },
    kinds: {
      head: ['form', 'arrangement', 'documents', 'with silent faults', 'silent', 'refused'],
      rows: names.flatMap(name =>
        kindRows(
          name,
          scored.filter(({ form }) => form === name),
        ),
      ),
    },
    worst: { head: ['document', 'leaves', 'wrong', 'silent', 'grade'], rows: worstRows(scored) },
  }
}

const silentOf = ({ score }: Scored): number => score.faults.filter(({ isTold }) => !isTold).length
const isPerfect = ({ score }: Scored): boolean => score.faults.length === 0
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function formRow(form: string, all: readonly Scored[]): string[] {
  const read = all.filter(({ score }) => !score.isRefused)
  const leaves = sum(read.map(({ score }) => score.leaves))
  const right = sum(read.map(({ score }) => score.right))
  const silent = sum(read.map(silentOf))
  const faults = sum(read.map(({ score }) => score.faults.length))
  const counts = [all.length, leaves].map(String)
  const perfect = all.filter(isPerfect)
  const isSound = ({ score }: Scored) => score.grade === 'sound'
  return [
    form,
    ...counts,
    `${((100 * right) / Math.max(1, leaves)).toFixed(2)} %`,
    String(faults - silent),
    `${silent} (${((100 * silent) / Math.max(1, leaves)).toFixed(2)} %)`,
    String(all.length - read.length),
    String(perfect.length),
    String(perfect.filter(isSound).length),
    String(read.filter(each => silentOf(each) > 0 && isSound(each)).length),
  ]
}

function kindRows(form: string, all: readonly Scored[]): string[][] {
  const kinds = [...new Set(all.flatMap(each => each.kinds))]
  return kinds
    .map(kind => ({ kind, own: all.filter(each => each.kinds.includes(kind)) }))
    .map(({ kind, own }) => ({
      kind,
      own,
      silent: own.filter(each => silentOf(each) > 0),
      refused: own.filter(({ score }) => score.isRefused).length,
    }))
    .filter(({ silent, refused }) => silent.length + refused > 0)
    .sort((a, b) => (b.silent.length + b.refused) / b.own.length - (a.silent.length + a.refused) / a.own.length)
    .map(({ kind, own, silent, refused }) => [
      form,
      kind,
      String(own.length),
      String(silent.length),
      String(sum(silent.map(silentOf))),
      String(refused),
    ])
}

function worstRows(scored: readonly Scored[]): string[][] {
  return scored
    .filter(each => silentOf(each) > 0 || each.score.isRefused)
    .sort((a, b) => silentOf(b) - silentOf(a))
    .map(each => [
      each.name,
      String(each.score.leaves),
      String(each.score.faults.length),
      String(silentOf(each)),
      each.score.isRefused ? 'refused' : String(each.score.grade),
    ])
}
