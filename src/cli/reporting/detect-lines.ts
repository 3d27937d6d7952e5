import { unknownLayout } from '../../failure-messages.ts'
import type { EditionDoubt } from './edition-doubts.ts'
import type { Candidate, Mark, Recognised } from './recognition.ts'
import { onPages, placeOf } from './report.ts'
import { oneLine } from './stderr.ts'

/** What `detect` prints of one run of pages: a line, and with `explain` the marks behind it. */
export function linesOfRun(path: string, run: Recognised, explain: boolean): string[] {
  const pages = run.pages ? `${onPages(run.pages)}: ` : ''
  const first = `${path}: ${pages}${verdictOf(run)}`
  const behind = [...run.editionDoubts.flatMap(linesOfEdition), ...worthShowing(run).flatMap(linesOfCandidate)]
  return [first, ...(explain ? behind : [])].map(oneLine)
}

function verdictOf(run: Recognised): string {
  if (run.layout !== null) return `${run.layout}${editionsOf(run)}`
  const claiming = run.candidates.filter(candidate => candidate.claims)
  if (claiming.length > 1) return `several layouts claim it: ${claiming.map(each => each.layout).join(', ')}`
  const [near] = run.candidates.filter(hasFound)
  return unknownLayout({ closest: near?.layout ?? null, missing: near ? lackedBy(near) : [] })
}

function editionsOf({ editions, editionDoubts, documents }: Recognised): string {
  const unknown = new Set(
    editionDoubts.filter(({ edition }) => edition === null).map(({ nearest }) => `unknown (nearest ${nearest})`),
  )
  const named = [...editions, ...unknown]
  const parts = [
    ...(named.length === 0 ? [] : [`edition ${named.join(', ')}`]),
    ...(documents === 1 ? [] : [`${documents} documents`]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`
}

const lackedBy = ({ evidence }: Candidate): string[] => evidence.filter(mark => !mark.found).map(mark => mark.marker)

const hasFound = ({ evidence }: Candidate): boolean => evidence.some(mark => mark.found)

/** The layouts that found something; all of them where none did. */
function worthShowing({ candidates }: Recognised): readonly Candidate[] {
  const near = candidates.filter(hasFound)
  return near.length === 0 ? candidates : near
}

function linesOfEdition({ edition, nearest, missing, new: added, documents }: EditionDoubt): string[] {
  const many = documents === 1 ? '' : ` (${documents} documents)`
  return [
    `  edition ${edition ?? `unknown, nearest ${nearest}`}: labels missing ${missing.length}, new ${added.length}${many}`,
    ...missing.map(label => `    missing  ${label}`),
    ...added.map(({ label, place }) => `    new      ${label}${place ? ` (${placeOf(place)})` : ''}`),
  ]
}

const linesOfCandidate = ({ layout, claims, evidence }: Candidate): string[] => [
  `  ${layout}: ${claims ? 'claims it' : 'does not claim it'}, ${evidence.filter(mark => mark.found).length} of ${evidence.length} marks found`,
  ...evidence.map(lineOfMark),
]

function lineOfMark({ marker, required, found, place }: Mark): string {
  const remarks = [required ? 'required' : '', place ? placeOf(place) : ''].filter(part => part !== '')
  return `    ${found ? 'found  ' : 'missing'}  ${marker}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`
}
