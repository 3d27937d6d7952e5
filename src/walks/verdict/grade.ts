import type { Diagnostic, Severity } from '../../diagnostics/codes.ts'
import type { Grade, Reason, Verdict } from '../../envelope.ts'
import { spoken } from '../../messages/speak.ts'
import { say } from '../../messages/words.ts'
import { doubtedBy, telling } from '../doubted.ts'
import type { TestedLeaf } from './confirm.ts'

/** The share of values that must be confirmed for a document to be sound. */
const leastConfirmed = 0.98

/** What is to be thought of a document, from what is said of it and the tests of where its values are. */
export function verdictOf(leaves: readonly TestedLeaf[], diagnostics: readonly Diagnostic[]): Verdict {
  const told = telling(diagnostics)
  const isDoubted = doubtedBy(told)
  const doubted = leaves.filter(leaf => isDoubted(leaf.pointer)).length
  const confirmed = leaves.filter(leaf => isConfirmed(leaf) && !isDoubted(leaf.pointer)).length
  const counts = { leaves: leaves.length, confirmed, doubted }
  const unconfirmed = leaves.filter(leaf => !isConfirmed(leaf))
  const isThin = confirmed + doubted < leastConfirmed * leaves.length
  const reasons = [...reasonsOf(told), ...(isThin ? [thinReason(unconfirmed, leaves.length)] : [])]
  return { grade: gradeOf(told, reasons.length > 0), reasons, ...counts }
}

const isConfirmed = ({ isTogether, foreign, head, isHeaded }: TestedLeaf): boolean =>
  isTogether && foreign.length === 0 && (head !== undefined || !isHeaded)

function gradeOf(told: readonly Diagnostic[], hasReasons: boolean): Grade {
  if (told.some(each => each.code === 'ARRANGEMENT_DOUBTED')) return 'doubtful'
  return hasReasons ? 'check' : 'sound'
}

const weight: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 }

/** The first diagnostic of each code, with how many there are. */
function reasonsOf(told: readonly Diagnostic[]): Verdict['reasons'] {
  const byCode = new Map<string, Diagnostic[]>()
  for (const each of told.toSorted((a, b) => rankOf(a) - rankOf(b)))
    byCode.set(each.code, [...(byCode.get(each.code) ?? []), each])
  return [...byCode].map(([code, [first, ...more]]) => ({
    code,
    pointer: first?.pointer ?? '',
    ...reasonOf(first as Diagnostic, more.length),
  }))
}

function reasonOf({ message, said }: Diagnostic, more: number): Pick<Reason, 'message' | 'said'> {
  const told = more > 0 ? spoken(say('AND_MORE', { first: message, more }), 'en') : message
  return said ? { message: told, said: { args: said.args, more } } : { message: told }
}

const rankOf = ({ code, severity }: Diagnostic): number => (code === 'ARRANGEMENT_DOUBTED' ? -1 : weight[severity])

function thinReason(unconfirmed: readonly TestedLeaf[], leaves: number): Verdict['reasons'][number] {
  const isOnPage = unconfirmed.some(leaf => leaf.grounds[0]?.bbox !== undefined)
  const counts = { unconfirmed: unconfirmed.length, leaves }
  const words = isOnPage ? say('UNCONFIRMED_ON_PAGE', counts) : say('UNCONFIRMED_IN_TEXT', counts)
  return {
    code: 'PLACE_UNCONFIRMED',
    pointer: unconfirmed[0]?.pointer ?? '',
    message: spoken(words, 'en'),
    said: { words },
  }
}
