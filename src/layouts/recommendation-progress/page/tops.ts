import { type Note, note } from '../../../diagnostics/codes.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { say, type Words } from '../../../messages/words.ts'
import { enumerator, policyCode, seriesCode } from '../../../normalise/codes.ts'
import { suspect, suspicion } from '../../kit/doubts.ts'
import type { In } from '../../kit/fields.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, type Leaf, open, printed, printedOr } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'
import { type Block, blockOf } from './block.ts'
import { type Label, labelLetter, labelNo } from './footers.ts'
import { policyText } from './policy.ts'
import type { Seams } from './seam.ts'
import type { Section } from './sections.ts'

type Record = In<RecordShape>
type TopFields = Pick<Record, 'printedPage' | 'label' | 'recommendation' | 'policy'>

/** What is above the rows of a page, which every record of the page has. */
export interface Tops {
  readonly fields: TopFields
  readonly heading: Printed | undefined
  readonly furniture: readonly Furniture[]
  readonly notes: readonly Note[]
}

/** The recommendation and policy in force, with what they were read from. */
interface InForce {
  readonly recommendation?: {
    readonly fields: Record['recommendation']
    readonly no: number | undefined
    readonly title?: Printed
  }
  readonly policy?: { readonly fields: Record['policy']; readonly letter: string | undefined; readonly text?: Printed }
}

/** Page by page: a page without the block or the 取組方針 row takes them from the page before. */
export function topsOf(sections: readonly Section[], seams: Seams): Tops[] {
  let before: InForce = {}
  return sections.map(section => {
    const found = blockOf(section.block, seams)
    const block = hasContent(found) ? found : undefined
    const recommendation = block ? ownRecommendation(block, section.label) : taken(before, section)
    const policy = section.policy ? ownPolicy(section, seams) : takenPolicy(before, section)
    before = { recommendation: recommendation.inForce, policy: policy.inForce }
    return {
      fields: {
        printedPage: footLeaf(printedOr(section.page), section),
        label: footLeaf(labelLeaf(section.label), section),
        recommendation: recommendation.inForce.fields,
        policy: policy.inForce.fields,
      },
      heading: found.heading,
      furniture: [...(block?.furniture ?? []), ...policy.furniture],
      notes: block?.notes ?? [],
    }
  })
}

/** Without heading and numbers it is no block, but something that got onto the page. */
const hasContent = ({ heading, title, points }: Block): boolean =>
  (heading !== undefined && (title !== undefined || points.length > 0)) ||
  [title, ...points].some(entry => entry?.mark !== undefined)

function labelLeaf(label: Label | undefined): Leaf {
  if (!label) return absent
  const read = seriesCode(textOf(label.on))
  return printed(label.on, read?.lookalike ? [lookalike(label.letter)] : [])
}

const doubt = (leaf: Leaf, why: Words): Leaf => suspect(leaf, why, { severity: 'info' })

/** What is at the foot is of the last table above it. */
const footLeaf = (leaf: Leaf, { isParted }: Section): Leaf => (isParted ? doubt(leaf, lostFoot) : leaf)

const lostFoot = say('SEVERAL_TABLES_ABOVE')
const lostPolicy = say('READ_AS_GOING_ON')

function lookalike(letter: Printed): Note {
  const [shown, read] = [textOf(letter), enumerator(textOf(letter))?.value ?? '']
  return note('ENUMERATOR_LOOKALIKE', { printed: shown, read }, { on: letter, expected: read, actual: shown })
}

/** A number or letter that its own row does not print, but the label at the foot does. */
const fromLabel = (on: Printed, why: Words): Leaf => printed(on, [suspicion(on, why, { severity: 'info' })])

function ownRecommendation({ no, title, points }: Block, label: Label | undefined) {
  const number = no ? digitsOf(no) : undefined
  const fallback = label ? fromLabel(label.no, say('RECOMMENDATION_FROM_LABEL')) : absent
  return {
    inForce: {
      fields: {
        no: number ? printed(number) : fallback,
        title: title ? printed(title.on, title.notes) : absent,
        points: points.map(point => printed(point.on, point.notes)),
      },
      no: number ? Number(textOf(number).normalize('NFKC')) : label && labelNo(label),
      ...(title ? { title: title.on } : {}),
    },
  }
}

function taken({ recommendation }: InForce, { label }: Section) {
  const no = label && labelNo(label)
  if (recommendation && (no === undefined || recommendation.no === no)) return { inForce: recommendation }
  const candidates = recommendation?.title ? [recommendation.title] : []
  const title = recommendation ? open(candidates, otherPage) : absent
  const own = label ? fromLabel(label.no, say('RECOMMENDATION_FROM_LABEL')) : absent
  return { inForce: { fields: { no: own, title, points: [] }, no } }
}

const otherPage = say('LABEL_NAMES_OTHER')

function ownPolicy({ policy, label }: Section, seams: Seams) {
  const { word, letter, ...row } = policy as NonNullable<Section['policy']>
  const { leaf, furniture } = policyText({ word, letter, ...row }, seams)
  const read = letter && enumerator(textOf(letter))
  const fallback = label ? fromLabel(label.letter, say('POLICY_FROM_LABEL')) : absent
  const code = letter ? printed(letter, read?.lookalike ? [lookalike(letter)] : []) : fallback
  const text = leaf.kind === 'printed' ? { text: leaf.on } : {}
  return {
    inForce: {
      fields: { code, text: leaf },
      letter: (letter && policyCode(textOf(letter))) ?? (label && labelLetter(label)),
      ...text,
    },
    furniture: [{ on: word, as: 'label' } satisfies Furniture, ...furniture],
  }
}

function takenPolicy({ policy, recommendation }: InForce, { label, heads }: Section) {
  const letter = label && labelLetter(label)
  const [no, above] = [label && labelNo(label), recommendation?.no]
  // 提言1-ア above, 提言2-ア here: the letter is the same, the policy another.
  const isOther = no !== undefined && above !== undefined && no !== above
  if (policy && heads && letter === undefined) {
    const { code, text } = policy.fields
    const fields = { code: doubt(code, lostPolicy), text: doubt(text, lostPolicy) }
    return { inForce: { ...policy, fields }, furniture: [] }
  }
  if (policy && !isOther && (letter === undefined || policy.letter === letter))
    return { inForce: policy, furniture: [] }
  const text = policy ? open(policy.text ? [policy.text] : [], otherPage) : absent
  const code = label ? fromLabel(label.letter, say('POLICY_FROM_LABEL')) : absent
  return { inForce: { fields: { code, text }, letter }, furniture: [] }
}

/** The digits of a number as printed: (5), 5., ⑤ have other marks around them. */
function digitsOf(mark: Printed): Printed | undefined {
  return /^[0-9０-９]+$/u.test(textOf(mark)) ? mark : undefined
}
