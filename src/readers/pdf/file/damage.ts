import { inputError } from '../../../failures.ts'
import { say } from '../../../messages/words.ts'
import type { FileFacts } from './objects.ts'

/** A page cannot be trusted where anything it is made of is damaged or, in a file that has lost objects, is not there. */
export function isHurt(facts: FileFacts, page: number): boolean {
  if (facts.damaged.size === 0 && !facts.cutShort) return false
  const objects = facts.objects()
  if (objects.size === 0) return false
  const somethingLost = facts.cutShort || facts.objectsLost
  if (somethingLost && lacksInherited(objects, page)) return true
  const seen = new Set([page])
  for (const object of seen) {
    const text = objects.get(object)
    if (facts.damaged.has(object) || (text === undefined && somethingLost)) return true
    for (const other of text === undefined ? [] : partsOf(text)) if (!isElsewhere(objects.get(other))) seen.add(other)
  }
  return false
}

/** Whether a page takes its fonts or its size from a parent that is lost. */
function lacksInherited(objects: ReadonlyMap<number, string>, page: number): boolean {
  const text = objects.get(page) ?? ''
  const parent = /\/Parent\s+(\d+)/.exec(text)?.[1]
  return !(/\/Resources\b/.test(text) && /\/MediaBox\b/.test(text)) && !objects.has(Number(parent))
}

/** The objects that one refers to, but for the way back and what is not printed. */
function partsOf(text: string): number[] {
  const printed = text.replace(
    /\/(?:Parent|Annots|StructParents?|P|Metadata|Thumb|B|AA|PieceInfo)\s*(?:\d+\s+\d+\s+R|\[[^[\]]*\])/g,
    '',
  )
  return [...printed.matchAll(/(?<!\d)(\d+)\s+\d+\s+R\b/g)].map(found => Number(found[1]))
}

const isElsewhere = (text: string | undefined): boolean =>
  text !== undefined && /\/Type\s*\/(?:Pages?|Catalog|StructTreeRoot|StructElem|OCGs?)\b/.test(text)

/** What is wrong with the file itself, to be said also where every page could be read. */
export function fileDamage(facts: FileFacts, readPages: number, hasList: boolean): Error | undefined {
  if (facts.cutShort) return inputError('DAMAGED_PDF', { what: say('CUT_SHORT', { pages: readPages }) })
  if (!hasList) return inputError('DAMAGED_PDF', { what: say('PAGE_LIST_LOST', { pages: readPages }) })
  if (facts.damaged.size === 0) return undefined
  return inputError('DAMAGED_PDF', {
    what: say('DATA_OF_NO_PAGE', { objects: [...facts.damaged] }),
  })
}
