import { z } from 'zod'
import { type Decision, decisionKinds } from './decision.ts'

const natural = z.int().min(1)

const decisionSchema = z
  .object({
    source: z.object({
      path: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      pages: z.object({ from: natural, to: natural }).nullable(),
      no: natural,
    }),
    pointer: z.string().nullable(),
    read: z.unknown(),
    asked: z.array(z.string()),
    decision: z.enum(decisionKinds),
    value: z.string().optional(),
    by: z.string().optional(),
    at: z.string().optional(),
  })
  .refine(({ decision, value }) => (decision === 'corrected') === (value !== undefined))

/** The decisions of a file of JSON Lines, or the number of the first line that is none, from 1. */
export function parsedDecisions(text: string): Decision[] | number {
  const decisions: Decision[] = []
  for (const [index, line] of text
    .replace(/^\ufeff/u, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    const parsed = decisionSchema.safeParse(jsonIn(line))
    if (!parsed.success) return index + 1
    decisions.push(parsed.data as Decision)
  }
  return decisions
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
