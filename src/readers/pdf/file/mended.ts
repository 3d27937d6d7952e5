import { Buffer } from '../../../platform/index.ts'
import type { FileFacts } from './objects.ts'

/**
 * A file whose end is missing, with an end put to it, so that the engine can look for its pages; undefined where none is left. Where
 * the objects that lead to the pages are lost, new ones do, and what lies in the pages is still theirs.
 */
export function mended(bytes: Uint8Array, facts: FileFacts): Uint8Array | undefined {
  const objects = facts.objects()
  const catalog = [...objects].find(([, text]) => /\/Type\s*\/Catalog\b/.test(text))?.[0]
  const pages = pageObjects(facts)
  if (catalog === undefined && pages.length === 0) return undefined
  const free = [...objects.keys()].reduce((most, number) => Math.max(most, number), 0) + 1
  const tree = catalog === undefined ? treeOf(pages, free) : ''
  const end = `\nendstream\nendobj\n${tree}trailer\n<< /Root ${catalog ?? free} 0 R >>\nstartxref\n0\n%%EOF\n`
  return Buffer.concat([bytes, Buffer.from(end, 'latin1')])
}

/** The numbers of the objects that are pages, in the order in which the file has them. */
export const pageObjects = (facts: FileFacts): number[] =>
  [...facts.objects()].filter(([, text]) => /\/Type\s*\/Page\b/.test(text)).map(([number]) => number)

const treeOf = (pages: readonly number[], free: number): string =>
  [
    `${free} 0 obj\n<< /Type /Catalog /Pages ${free + 1} 0 R >>\nendobj`,
    `${free + 1} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${pages.map(page => `${page} 0 R`).join(' ')}] >>\nendobj\n`,
  ].join('\n')
