import type { z } from 'zod'
import { type Described, documentLineSchema, extractionSchema, recordLineSchema } from './envelope-schema.ts'
import { type Problem, problemsOf } from './problems.ts'

/** Whether output is as the schema says, and what is not. */
export interface Verdict {
  readonly valid: boolean
  readonly problems: readonly Problem[]
}

const verdict = (problems: readonly Problem[]): Verdict => ({ valid: problems.length === 0, problems })

/** What is wrong with an extraction, as `--format json` writes it. */
export const validateExtraction = (value: unknown, layouts: readonly Described[]): Verdict =>
  verdict(check(extractionSchema(layouts), value))

/** What is wrong with a stream of lines, as `--format jsonl` writes it; one that breaks off is found by its record count. */
export function validateJsonl(text: string, layouts: readonly Described[]): Verdict {
  const schemas = { document: documentLineSchema(layouts), record: recordLineSchema(layouts) }
  const lines = linesOf(text)
  const wrong = lines.flatMap(line => checkLine(line, schemas).map(problem => ({ ...problem, line: line.no })))
  return verdict([...wrong, ...countProblems(lines)])
}

/** What is wrong with the text of a file of output, in whichever of the two forms it is. */
export function validateText(text: string, layouts: readonly Described[]): Verdict {
  const whole = parsed(text)
  const isLine = 'value' in whole && (isDocumentLine(whole.value) || isRecordLine(whole.value))
  const isStream = isLine || (whole.error !== undefined && linesOf(text).some(line => isDocumentLine(line.value)))
  if (isStream) return validateJsonl(text, layouts)
  return whole.error === undefined ? validateExtraction(whole.value, layouts) : verdict([notJson(whole.error)])
}

/** Whether a text may be meant as output: JSON that has its members, or what is no JSON at all and may have been. */
export function isOutput(text: string): boolean {
  const whole = parsed(text)
  if (whole.error === undefined) return isPart(whole.value) || isDocumentLine(whole.value) || isRecordLine(whole.value)
  const [first] = linesOf(text)
  return first !== undefined && (first.error !== undefined || isDocumentLine(first.value) || isRecordLine(first.value))
}

const isPart = (value: unknown): boolean => has(value, 'schemaVersion') || has(value, 'documents')

interface Parsed {
  readonly value?: unknown
  readonly error?: string
}

interface Line extends Parsed {
  readonly no: number
}

const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .map((line, index) => ({ line, no: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, no }) => ({ no, ...parsed(line) }))

function parsed(text: string): Parsed {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/u, '')) }
  } catch (error) {
    return { error: (error as Error).message }
  }
}

const notJson = (error: string): Problem => ({ pointer: '', message: `expected JSON, but ${error}` })

const has = (value: unknown, key: string): boolean => typeof value === 'object' && value !== null && key in value
const isDocumentLine = (value: unknown): boolean => has(value, 'document')
const isRecordLine = (value: unknown): boolean => has(value, 'record')

function check(schema: z.ZodType, value: unknown): Problem[] {
  const result = schema.safeParse(value)
  return result.success ? [] : problemsOf(result.error, value)
}

function checkLine(line: Line, schemas: { document: z.ZodType; record: z.ZodType }): Problem[] {
  if (line.error !== undefined) return [notJson(line.error)]
  return check(isDocumentLine(line.value) ? schemas.document : schemas.record, line.value)
}

/** Each document line says by its `recordPages` how many record lines follow it. */
function countProblems(lines: readonly Line[]): Problem[] {
  const starts = lines.flatMap((line, index) => (isDocumentLine(line.value) ? [index] : []))
  const orphans = starts[0] === 0 || lines.length === 0 ? [] : [orphan(lines[0] as Line)]
  const counts = starts.flatMap((start, index) =>
    countProblem(lines[start] as Line, (starts[index + 1] ?? lines.length) - start - 1),
  )
  return [...orphans, ...counts]
}

const orphan = ({ no }: Line): Problem => ({
  line: no,
  pointer: '',
  message: 'expected the line of a document first, found another',
})

function countProblem(line: Line, found: number): Problem[] {
  const { document } = line.value as { document: { recordPages?: unknown } | null }
  const pages = document?.recordPages
  if (!Array.isArray(pages) || pages.length === found) return []
  const message = `expected ${pages.length} record lines after this document, found ${found}`
  return [{ line: line.no, pointer: '/document/recordPages', message }]
}
