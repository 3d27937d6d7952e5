import type { EditionDoubt } from '../../../layouts/edition-doubts.ts'
import type { Candidate, Mark, Recognised } from '../../../layouts/recognition.ts'
import type { Words } from '../../../messages/words.ts'
import { say } from '../../../messages/words.ts'
import { onPages, placeOf } from '../places.ts'
import { unknownLayout } from '../report.ts'
import { oneLine, shown } from '../stderr.ts'

/** What `detect` prints of one run of pages: a line, and with `explain` the marks behind it. */
export function linesOfRun(path: string, run: Recognised, explain: boolean): string[] {
  const verdict = verdictOf(run)
  const text = run.pages ? say('ON_PAGES', { pages: onPages(run.pages), text: verdict }) : verdict
  const behind = [...run.editionDoubts.flatMap(linesOfEdition), ...worthShowing(run).flatMap(linesOfCandidate)]
  return [say('OF_INPUT', { path, text }), ...(explain ? behind : [])].map(line => oneLine(shown(line)))
}

function verdictOf(run: Recognised): Words | string {
  if (run.layout !== null) return layoutWords(run.layout, run)
  const claiming = run.candidates.filter(candidate => candidate.claims)
  if (claiming.length > 1) return say('SEVERAL_CLAIM', { layouts: claiming.map(each => each.layout) })
  const [near] = run.candidates.filter(hasFound)
  return unknownLayout({ closest: near?.layout ?? null, missing: near ? lackedBy(near) : [] })
}

function layoutWords(layout: string, { editions, editionDoubts, documents }: Recognised): Words {
  const nearest = editionDoubts.filter(({ edition }) => edition === null).map(doubt => doubt.nearest)
  const unknown = [...new Set(nearest)].map(edition => say('UNKNOWN_NEAREST', { edition }))
  return say('LAYOUT', { layout, editions: [...editions, ...unknown], documents })
}

const lackedBy = ({ evidence }: Candidate): string[] =>
  evidence.filter(mark => !mark.found).map(mark => shown(mark.marker))

const hasFound = ({ evidence }: Candidate): boolean => evidence.some(mark => mark.found)

/** The layouts that found something; all of them where none did. */
function worthShowing({ candidates }: Recognised): readonly Candidate[] {
  const near = candidates.filter(hasFound)
  return near.length === 0 ? candidates : near
}

function linesOfEdition({ edition, nearest, missing, new: added, documents }: EditionDoubt): Words[] {
  return [
    say('EDITION', { edition, nearest, missing: missing.length, added: added.length, documents }),
    ...missing.map(label => say('LABEL_MISSING', { label })),
    ...added.map(({ label, place: where }) => {
      const place = where && placeOf(where)
      return place ? say('LABEL_NEW_AT', { label, place }) : say('LABEL_NEW', { label })
    }),
  ]
}

const linesOfCandidate = ({ layout, claims, evidence }: Candidate): Words[] => [
  say('CLAIMS', { layout, claims, found: evidence.filter(mark => mark.found).length, marks: evidence.length }),
  ...evidence.map(lineOfMark),
]

function lineOfMark({ marker: mark, required, found, place: where }: Mark): Words {
  const place = (where && placeOf(where)) ?? null
  return found ? say('MARK_FOUND', { mark, required, place }) : say('MARK_MISSING', { mark, required, place })
}
