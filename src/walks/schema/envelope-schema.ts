import { z } from 'zod'
import { outputSchema } from '../../layouts/kit/fields.ts'
import { spoken } from '../../messages/speak.ts'
import { say } from '../../messages/words.ts'
import { decisionKinds } from '../decisions/decision.ts'
import type { Form } from '../tables/columns.ts'

/** What the schemas need of a layout. */
export type Described = Pick<Form, 'id' | 'title' | 'header' | 'record'>

const natural = z.int().min(0)
const positive = z.int().min(1)
const pointer = z.string().regex(/^(?:\/[^/]*)*$/u)
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/u)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)

const pagesSchema = z
  .strictObject({ from: positive, to: positive })
  .meta({ id: 'Pages', description: 'Pages of the file, from 1.' })

const placeSchema = z
  .strictObject({
    page: positive.nullable(),
    line: positive.nullable().describe('Line within its page, from 1.'),
    offset: z.tuple([natural, natural]).nullable().describe('In code units of the decoded text.'),
    bbox: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .nullable()
      .describe('x0, y0, x1, y1 in points of the page as shown, from its top left.'),
    byHand: z.literal(true).optional().describe('The value is what a person decided who looked there.'),
  })
  .meta({ id: 'Place' })

const decisionKind = z.enum(decisionKinds)

const decisionSchema = z
  .strictObject({
    pointer: pointer.nullable(),
    decision: decisionKind,
    read: z.unknown().describe('What was read when it was decided.'),
    by: z.string().optional(),
  })
  .meta({ id: 'Decision', description: 'What a person decided, and was applied.' })

const diagnosticSchema = z
  .strictObject({
    code,
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    pointer: pointer.nullable().describe('JSON Pointer from the document.'),
    place: placeSchema.nullable(),
    context: z
      .string()
      .nullable()
      .optional()
      .describe('The printed text there between 《 and 》, and what is around it.'),
    expected: z.unknown(),
    actual: z.unknown(),
    related: z.array(
      z.strictObject({ pointer: pointer.nullable(), place: placeSchema.nullable(), value: z.unknown() }),
    ),
    settled: z
      .strictObject({ decision: decisionKind, was: z.enum(['error', 'warning', 'info']), by: z.string().optional() })
      .optional()
      .describe('What a person decided about it, and how grave it was before.'),
  })
  .meta({ id: 'Diagnostic' })

const coverageSchema = z
  .strictObject({
    characters: natural,
    values: natural,
    furniture: natural,
    repeats: natural,
    unclaimed: natural,
    hidden: natural,
    ratio: z.number().min(0).max(1),
    unclaimedTexts: z.array(z.strictObject({ text: z.string(), place: placeSchema })),
  })
  .meta({
    id: 'Coverage',
    description:
      'Every non-space character of the source, counted once; `hidden` are not seen on its pages, and none of the others.',
  })

const verdictSchema = z
  .strictObject({
    grade: z.enum(['sound', 'check', 'doubtful']),
    reasons: z.array(z.strictObject({ code, pointer, message: z.string() })),
    leaves: natural,
    confirmed: natural,
    doubted: natural,
  })
  .meta({ id: 'Verdict', description: 'How far the values can be believed without a look, and why not further.' })

const inputSchema = z
  .strictObject({
    path: z.string(),
    sha256,
    mediaType: z.enum(['application/pdf', 'text/plain']),
    pages: natural.nullable(),
    skipped: z.array(
      z.strictObject({ pages: pagesSchema, closest: z.string().nullable(), missing: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'Input' })

const failureSchema = z
  .strictObject({ path: z.string(), pages: pagesSchema.nullable(), code, message: z.string(), hint: z.string() })
  .meta({ id: 'Failure' })

const sourceSchema = z
  .strictObject({ path: z.string(), sha256, pages: pagesSchema.nullable() })
  .meta({ id: 'Source', description: 'The file, and the pages of it that make the document.' })

/** The parts of one layout's documents, in the order of the output. */
const docParts = (layout: Described) => ({
  source: sourceSchema,
  layout: z.literal(layout.id),
  edition: z.string().nullable(),
  evidence: z.array(z.strictObject({ marker: z.string(), found: z.boolean() })),
  header: outputSchema(layout.header),
  records: z.array(outputSchema(layout.record)),
  recordPages: z.array(pagesSchema.nullable()),
  choices: z.array(z.strictObject({ pointer, options: z.array(z.string()), chosen: z.array(z.string()) })),
  diagnostics: z.array(diagnosticSchema),
  coverage: coverageSchema,
  verdict: verdictSchema,
  decisions: z.array(decisionSchema).optional(),
  provenance: z.record(z.string(), z.array(placeSchema)).optional(),
  raw: z.strictObject({ header: z.unknown(), records: z.array(z.unknown()) }).optional(),
})

/** A document of one layout. That there are as many `recordPages` as `records` is checked too, though JSON Schema cannot say it. */
export const docSchema = (layout: Described) =>
  z
    .strictObject(docParts(layout))
    .superRefine(({ records, recordPages }, context) => {
      if (records.length === recordPages.length) return
      const said = say('RECORD_PAGES', { records: records.length, found: recordPages.length })
      const message = spoken(said, 'en')
      context.addIssue({ code: 'custom', path: ['recordPages'], message, params: { said } })
    })
    .meta({ title: `${layout.id}: ${layout.title}` })

/** Everything one run gives. */
export const extractionSchema = (layouts: readonly Described[]) =>
  z.strictObject({
    schemaVersion: z.literal(1),
    generator: z.strictObject({ name: z.literal('sapporo-eval'), version: z.string() }),
    inputs: z.array(inputSchema),
    documents: z.array(byLayout(layouts.map(docSchema))),
    failures: z.array(failureSchema),
  })

/** The line of a JSONL stream that begins a document: all of it but the records. */
export const documentLineSchema = (layouts: readonly Described[]) =>
  z.strictObject({ document: byLayout(layouts.map(withoutRecords)) })

function withoutRecords(layout: Described) {
  const { records: _, ...parts } = docParts(layout)
  return z.strictObject(parts)
}

/** The line of a JSONL stream that holds one record. */
export const recordLineSchema = (layouts: readonly Described[]) =>
  byLayout(
    layouts.map(layout =>
      z.strictObject({
        schemaVersion: z.literal(1),
        source: sourceSchema,
        layout: z.literal(layout.id),
        edition: z.string().nullable(),
        recordNo: positive,
        pages: pagesSchema.nullable(),
        record: outputSchema(layout.record),
        diagnostics: z.array(diagnosticSchema),
      }),
    ),
  )

type ByLayout = z.ZodObject<{ layout: z.ZodLiteral<string> }, z.core.$strict>

/** A union whose branch is named by `layout`, so that a problem is told of the right one. */
function byLayout(options: readonly z.ZodType[]): z.ZodType {
  const [first, ...others] = options as readonly ByLayout[]
  return first ? z.discriminatedUnion('layout', [first, ...others]) : z.never()
}
