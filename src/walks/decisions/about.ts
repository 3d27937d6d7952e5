import type { Doc } from '../../envelope.ts'
import type { Decision } from './decision.ts'

/** What identifies a document whose file may change its name: the content, its pages, and its number among the documents on them. */
export interface About extends Pick<Decision['source'], 'sha256' | 'pages' | 'no'> {
  readonly path: string
}

/** The decisions about a document, and those about the document that was in its place before the file was replaced. */
export interface OwnDecisions {
  readonly own: readonly Decision[]
  readonly replaced: readonly Decision[]
}

export function decisionsAbout(all: readonly Decision[], about: About): OwnDecisions {
  const key = keyOf(about)
  return {
    own: all.filter(({ source }) => keyOf(source) === key),
    replaced: all.filter(
      ({ source }) =>
        source.path === about.path &&
        source.sha256 !== about.sha256 &&
        keyOf({ ...source, sha256: about.sha256 }) === key,
    ),
  }
}

/** The same for decisions about the same document, and for no others. */
export const keyOf = ({ sha256, pages, no }: Pick<About, 'sha256' | 'pages' | 'no'>): string =>
  `${sha256} ${pages ? `${pages.from}-${pages.to}` : ''} ${no}`

/** Counts the documents of one input on the same pages. */
export class Numbering {
  readonly #counts = new Map<string, number>()

  /** The number that a document on these pages would have, from 1. */
  next(pages: Doc['source']['pages']): number {
    return (this.#counts.get(JSON.stringify(pages)) ?? 0) + 1
  }

  /** There is a document on these pages; gives its number. */
  add(pages: Doc['source']['pages']): number {
    const no = this.next(pages)
    this.#counts.set(JSON.stringify(pages), no)
    return no
  }
}
