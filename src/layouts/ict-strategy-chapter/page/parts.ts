import { textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { Section } from '../words/index.ts'
import { chapterAt, glossaryAt, type SidebarTitle, sidebarAt } from './headings/headings.ts'
import { type MeasureHeading, measureAt } from './headings/measure-heading.ts'
import { sectionAt } from './headings/section-headings.ts'
import type { LineToken, Token } from './stream.ts'

/** A stretch of the document under one heading; `head` is the line that begins it. */
export type Part = {
  readonly head: LineToken | undefined
  readonly tokens: Token[]
} & (
  | { readonly is: 'front' | 'glossary' | 'foreign' }
  | { readonly is: 'measure'; readonly heading: MeasureHeading }
  | { readonly is: 'section'; readonly section: Section }
  | { readonly is: 'sidebar'; readonly title: SidebarTitle; readonly box: number }
)

/** The part below 市民のニーズや課題 or another heading of a measure. */
export type SectionPart = Part & { is: 'section' }

/** The parts of the chapter in the order in which they are printed. What comes before the first heading is the front. */
export function chapterParts(tokens: readonly Token[], chapter: string | undefined): Part[] {
  const real = realMeasures(tokens)
  const parts: Part[] = [{ is: 'front', head: undefined, tokens: [] }]
  let interrupted: Part | undefined
  for (const token of tokens) {
    const current = parts.at(-1) as Part
    if (current.is === 'sidebar' && current.box !== 0 && token.box !== current.box && interrupted) {
      parts.push({ ...interrupted, head: undefined, tokens: [] } as Part)
      interrupted = undefined
    }
    const begun = token.kind === 'line' ? beginningAt(token, real, chapter) : undefined
    if (!begun) (parts.at(-1) as Part).tokens.push(token)
    else {
      if (begun.is === 'sidebar') interrupted = parts.at(-1)
      parts.push(begun)
    }
  }
  return parts
}

function beginningAt(token: LineToken, real: ReadonlySet<Token>, chapter: string | undefined): Part | undefined {
  const { on } = token.line
  const base = { head: token, tokens: [] }
  const section = sectionAt(on)
  if (section) return { ...base, is: 'section', section: section.is }
  const heading = real.has(token) ? measureAt(on) : undefined
  if (heading) return { ...base, is: 'measure', heading }
  if (glossaryAt(on)) return { ...base, is: 'glossary' }
  const title = sidebarAt(on)
  if (title) return { ...base, is: 'sidebar', title, box: token.box }
  return isForeign(token, chapter) ? { ...base, is: 'foreign' } : undefined
}

/** The pages of another chapter are not ours. */
function isForeign({ line }: LineToken, chapter: string | undefined): boolean {
  const heading = chapterAt(line.on)
  return heading !== undefined && chapter !== undefined && compact(textOf(heading.no)) !== chapter
}

/**
 * The headings of the measures, those of a contents list left out: a heading has the word for a measure before its code, or where no
 * heading of the document has, a section follows before the next.
 */
function realMeasures(tokens: readonly Token[]): Set<Token> {
  const found = tokens.flatMap((token, index) => {
    const heading = token.kind === 'line' ? measureAt(token.line.on) : undefined
    return heading ? [{ token, index, heading }] : []
  })
  const labelled = found.filter(({ heading }) => heading.label !== undefined)
  const candidates = labelled.length > 0 ? labelled : found
  const headed = candidates.filter(({ index }, at) => hasSection(tokens, index, candidates[at + 1]?.index))
  const known = new Set(headed.map(({ heading }) => compact(textOf(heading.code))))
  const lone = labelled.filter(each => !headed.includes(each) && !known.has(compact(textOf(each.heading.code))))
  return new Set([...headed, ...lone].map(({ token }) => token))
}

const hasSection = (tokens: readonly Token[], from: number, to = tokens.length): boolean =>
  tokens.slice(from + 1, to).some(token => token.kind === 'line' && sectionAt(token.line.on) !== undefined)
