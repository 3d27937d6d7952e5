import type { Line } from '../../../document/model.ts'
import { match, type Printed, textOf } from '../../../document/printed.ts'
import { proseOf } from '../../../document/prose/prose.ts'
import { endsSentence } from '../../../document/prose/sentences.ts'
import { say } from '../../../messages/words.ts'
import { absent, type Leaf, open, printed, printedOr } from '../../kit/leaves.ts'

/** The paragraph above the table, and what it names. */
export interface Lead {
  readonly lead: Leaf
  readonly plan: Leaf
  readonly total: Leaf
}

const planName = /「(?<name>(?:[^「」]|「[^「」]*」)+)」/du
const totals: readonly RegExp[] = [
  /全\s*(?<count>[0-9０-９][0-9０-９,，]*)\s*(?:の)?(?:項目|取組|個別取組|事業|件)/du,
  /(?<count>[0-9０-９][0-9０-９,，]{0,12})\s*項目/du,
]

/** 「…アクションプラン2019（行政運営の取組）」掲載の個別取組（全52項目）は、… */
export function leadOf(lines: readonly Line[]): Lead {
  const paragraphs = paragraphsOf(lines)
  const scores = paragraphs.map(score)
  const best = Math.max(0, ...scores)
  const on = best < 2 ? undefined : paragraphs[scores.indexOf(best)]
  if (on) return partsOf(on)
  const none = paragraphs.length > 0 ? open(paragraphs, say('PLAN_UNNAMED')) : absent
  return { lead: none, plan: absent, total: absent }
}

function partsOf(on: Printed): Lead {
  const name = match(on, planName)?.groups.name
  const count = totals.map(pattern => match(on, pattern)?.groups.count).find(found => found !== undefined)
  return {
    lead: printed(on),
    plan: name ? printed(name) : open([on], say('NO_NAME_IN_BRACKETS')),
    total: printedOr(count),
  }
}

/** How much of what the lead says a paragraph says. */
function score(on: Printed): number {
  const text = textOf(on)
  const signs = [/^\s*「[^」]{4,}/u, /[0-9０-９]\s*(?:項目|取組|事業|件)/u, /取組/u, /進捗|方向性|実施済/u, /。/u]
  return signs.filter(sign => sign.test(text)).length
}

/** The name of the plan that the lead speaks of, or undefined where there is no lead or it names none. */
export const planIn = (lines: readonly Line[]): Printed | undefined => {
  if (!lines.some(line => textOf(line.on).includes('「'))) return undefined
  const { lead } = leadOf(lines)
  return lead.kind === 'printed' ? match(lead.on, planName)?.groups.name : undefined
}

/** In parts of the size: a title line is set larger than what is below it. */
const otherSize = 0.15

const isOfOtherSize = ({ fontSize: one }: Line, { fontSize: other }: Line): boolean =>
  one !== undefined && other !== undefined && Math.abs(one - other) > otherSize * Math.min(one, other)

/** A paragraph ends with a sentence that ends a line, unless the page shows that it goes on, and at a blank line. */
function paragraphsOf(lines: readonly Line[]): Printed[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const above = groups.at(-1)?.at(-1)
    const isEnd =
      (above !== undefined && isOfOtherSize(above, line)) ||
      (!line.follows && above !== undefined && endsSentence(above.on))
    if (!above || line.gap > 0 || line.begins || isEnd) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups.flatMap(group => proseOf(group).elements)
}
