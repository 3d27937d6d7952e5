import type { PageRange } from '../../document/model.ts'
import { type Certainty, withoutFolios } from '../../document/prose/page-furniture.ts'
import type { Furniture, Parsed } from './layout.ts'

/**
 * What a form that prints no page number as a value makes of some pages: their numbers are taken out before it reads them. A number
 * beside another one may be a value: it is the page's where more is read without it than with it.
 */
export function withoutPageNumbers<H, B>(
  range: PageRange,
  vocabulary: ReadonlySet<string>,
  parse: (range: PageRange) => Parsed<H, B>,
): Parsed<H, B> {
  const taking = (certainty: Certainty) => withoutFolios(range, vocabulary, certainty)
  const [sure, possible] = [taking('sure'), taking('possible')]
  const read = ({ range: rest, folios }: typeof sure): Parsed<H, B> => {
    const parsed = parse(rest)
    return { ...parsed, furniture: [...parsed.furniture, ...folios.map((on): Furniture => ({ on, as: 'page' }))] }
  }
  const first = read(sure)
  if (possible.folios.length === sure.folios.length) return first
  const second = read(possible)
  return doubtsIn(second) < doubtsIn(first) ? second : first
}

/** How many leaves are open, and how many notes there are. */
function doubtsIn(found: unknown): number {
  if (found === null || typeof found !== 'object') return 0
  const own = 'kind' in found && found.kind === 'open' ? 1 : 0
  return Object.entries(found).reduce((count, [key, part]) => count + doubtsOf(key, part), own)
}

function doubtsOf(key: string, part: unknown): number {
  if (key === 'notes' && Array.isArray(part)) return part.length
  return isPlace(key) ? 0 : doubtsIn(part)
}

const isPlace = (key: string): boolean => key === 'range' || key === 'pieces'
