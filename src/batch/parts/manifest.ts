import { ourTool } from '../journal/resume.ts'
import type { Reading } from '../processes/questions.ts'
import type { ListOfInputs, Shard } from './shard.ts'

/** The file of a part that holds its results, a line an input as in the journal, with the place of the input among all. */
export const resultsName = 'results.jsonl'

/** What a part says of itself in its descriptor. */
export interface Manifest {
  readonly shard: Shard
  /** How many inputs it holds. */
  readonly results: number
  /** What all parts of one run have in common. */
  readonly run: Run
}

/** What every part must agree in with every other: then they are parts of one run. */
interface Run {
  readonly tool: ReturnType<typeof ourTool>
  /** All inputs, those of the other parts too. */
  readonly inputs: ListOfInputs
  readonly reading: Reading
  /** The other options that the whole output depends on, and the language of its sentences. */
  readonly asked: { readonly [option: string]: unknown }
  /** The folders and patterns that were typed: names of files are made of them. */
  readonly typed: readonly string[]
}

/** What the parts of a run of this tool have in common; never the password. */
export const runOf = ({ reading: { password: _, ...reading }, ...run }: Omit<Run, 'tool'>): Run => ({
  tool: ourTool(),
  reading,
  ...run,
})

/** The manifest in a descriptor; undefined where it is that of no part. */
export function manifestIn(descriptor: string): Manifest | undefined {
  try {
    const { part } = JSON.parse(descriptor) as { part?: unknown }
    return isManifest(part) ? part : undefined
  } catch {
    return undefined
  }
}

function isManifest(value: unknown): value is Manifest {
  const { shard, results, run } = fieldsOf(value)
  const { number, of } = fieldsOf(shard)
  const { tool, inputs, reading, asked, typed } = fieldsOf(run)
  const { count, sha256 } = fieldsOf(inputs)
  return (
    [number, of].every(each => isCount(each) && each > 0) &&
    (number as number) <= (of as number) &&
    [results, count].every(isCount) &&
    typeof sha256 === 'string' &&
    [tool, reading, asked].every(isFields) &&
    Array.isArray(typed) &&
    typed.every(each => typeof each === 'string')
  )
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

type Fields = { readonly [key: string]: unknown }

/** A member in which two parts differ, as a path of names, with what each says; null where one says nothing. */
export interface Difference {
  readonly name: string
  readonly here: string | null
  readonly there: string | null
}

/** The first difference between two things made of plain data, or undefined where they are the same. */
export function differenceOf(here: unknown, there: unknown, name = ''): Difference | undefined {
  if (isFields(here) && isFields(there)) {
    for (const key of new Set([...Object.keys(here), ...Object.keys(there)])) {
      const found = differenceOf(here[key], there[key], name === '' ? key : `${name}.${key}`)
      if (found) return found
    }
    return undefined
  }
  const [own, other] = [here, there].map(each => JSON.stringify(each) ?? null) as [string | null, string | null]
  return own === other ? undefined : { name, here: own, there: other }
}
