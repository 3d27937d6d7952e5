import type { Outcome } from '../fuzz/tool.ts'
import type { Fields, Truth } from './document.ts'

/** A leaf that is not as printed. */
export interface Fault {
  readonly pointer: string
  readonly truth: unknown
  readonly read: unknown
  /** A warning or error points at the leaf, or at what holds it. */
  readonly isTold: boolean
}

export interface Score {
  readonly leaves: number
  readonly right: number
  readonly faults: readonly Fault[]
  readonly isRefused: boolean
  /** What the tool believes of the document; of several the worst. */
  readonly grade: 'sound' | 'check' | 'doubtful' | undefined
}

/** What was read of a document against what is printed in it, leaf by leaf. */
export function scoreOf(truth: Truth, { documents, failures }: Outcome): Score {
  const own = documents.filter(({ layout }) => layout === truth.layout)
  const isRefused = failures.length > 0 || own.length === 0
  const grades = documents.map(({ verdict }) => verdict.grade)
  const grade = (['doubtful', 'check', 'sound'] as const).find(each => grades.includes(each))
  const told = new Set<string>()
  const records = own.flatMap((document, number) => {
    for (const { severity, pointer } of document.diagnostics)
      if (severity !== 'info' && pointer !== null) told.add(`${number}${pointer}`)
    return document.records.map((record, index) => ({ at: `${number}/records/${index}`, record }))
  })
  const pairs = paired(truth.records, records)
  const compared = [
    ...compare(truth.header, own[0]?.header, '/header', '0/header'),
    ...pairs.flatMap(([record, read], index) =>
      compare(record, read?.record, `/records/${index}`, read?.at ?? '0/records'),
    ),
  ]
  const isTold = (at: string): boolean =>
    isRefused || [...told].some(pointer => at === pointer || at.startsWith(`${pointer}/`))
  return {
    leaves: compared.filter(({ truth: printed }) => !isEmpty(printed)).length,
    right: compared.filter(leaf => !isEmpty(leaf.truth) && isSame(leaf.truth, leaf.read)).length,
    faults: compared
      .filter(leaf => !isSame(leaf.truth, leaf.read))
      .map(({ at, ...leaf }) => ({ ...leaf, isTold: isTold(at) })),
    isRefused,
    grade,
  }
}

interface Leaf {
  /** Among the truth. */
  readonly pointer: string
  /** Document and pointer of what was read. */
  readonly at: string
  readonly truth: unknown
  readonly read: unknown
}

interface Read {
  readonly at: string
  readonly record: unknown
}

/** By their numbers where the truth has them, else by position; a record that was read beyond those stands against nothing. */
function paired(truth: readonly Fields[], read: readonly Read[]): (readonly [Fields | undefined, Read | undefined])[] {
  const keyOf = (record: unknown): unknown => (record as Fields | undefined)?.no ?? (record as Fields | undefined)?.code
  const keys = truth.map(keyOf)
  const isKeyed =
    read.length !== truth.length &&
    keys.every(key => key !== undefined && key !== null) &&
    new Set(keys).size === keys.length &&
    read.every(each => (keyOf(each.record) ?? null) !== null)
  if (!isKeyed)
    return Array.from({ length: Math.max(truth.length, read.length) }, (_, index) => [truth[index], read[index]])
  const left = [...read]
  const known = truth.map(record => {
    const index = left.findIndex(each => keyOf(each.record) === keyOf(record))
    return [record, index === -1 ? undefined : left.splice(index, 1)[0]] as const
  })
  return [...known, ...left.map(each => [undefined, each] as const)]
}

function compare(truth: unknown, read: unknown, pointer: string, at: string): Leaf[] {
  if (Array.isArray(truth) || Array.isArray(read)) {
    const [own, other] = [listOf(truth), listOf(read)]
    const isPlain = [...own, ...other].every(item => item === null || typeof item !== 'object')
    if (isPlain) return [{ pointer, at, truth: own, read: other }]
    return Array.from({ length: Math.max(own.length, other.length) }, (_, index) => index).flatMap(index =>
      compare(own[index], other[index], `${pointer}/${index}`, `${at}/${index}`),
    )
  }
  if (isFields(truth) || isFields(read)) {
    const names = new Set([...Object.keys(truth ?? {}), ...(truth === undefined ? Object.keys(read ?? {}) : [])])
    return [...names].flatMap(name =>
      name === 'other'
        ? compareOther(truth, read, pointer, at)
        : compare(
            (truth as Fields | undefined)?.[name],
            (read as Fields | undefined)?.[name],
            `${pointer}/${name}`,
            `${at}/${name}`,
          ),
    )
  }
  return [{ pointer, at, truth, read }]
}

/** Fields without a name of their own are found by their labels; whatever else stands there is judged where it is missing. */
function compareOther(truth: unknown, read: unknown, pointer: string, at: string): Leaf[] {
  const own = listOf((truth as { other?: unknown } | undefined)?.other) as { label: string; value: string }[]
  const found = listOf((read as { other?: unknown } | undefined)?.other) as { label: string; value: string }[]
  return own.map(({ label, value }) => {
    const index = found.findIndex(each => isSame(each.label, label))
    return { pointer: `${pointer}/other/${label}`, at: `${at}/other/${index}`, truth: value, read: found[index]?.value }
  })
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Width, spaces and the many dashes are no difference: they are matters of the text's normalisation, not of its place. */
function isSame(truth: unknown, read: unknown): boolean {
  if (isEmpty(truth) || isEmpty(read)) return isEmpty(truth) && isEmpty(read)
  return JSON.stringify(folded(truth)) === JSON.stringify(folded(read))
}

function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded)
  if (typeof value !== 'string') return value
  return value
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[~〜∼]/gu, '~')
    .replace(/[‐‑–—―−－]/gu, '-')
    .replace(/[○〇◯]/gu, '○')
}
