import { describe, expect, it } from 'vitest'
import { costFields } from '../../../src/layouts/project-evaluation-sheet/cost-fields.ts'
import { form } from '../../../src/layouts/project-evaluation-sheet/form.ts'
import {
  allCellLabels,
  allLabels,
  cellLabelsOf,
  labelsOf,
  sections,
} from '../../../src/layouts/project-evaluation-sheet/labels.ts'
import { editions as oldEditions } from '../../../src/layouts/project-evaluation-sheet/old-editions.ts'
import { optionSets, squareSets } from '../../../src/layouts/project-evaluation-sheet/options.ts'
import type { Label } from '../../../src/layouts/project-evaluation-sheet/rows.ts'

/** The names of fields in the tables, as paths of the record. */
const paths: { readonly [field: string]: string } = {
  shortTerm: 'purpose.shortTerm',
  longTerm: 'purpose.longTerm',
  purposeText: 'purpose.text',
  improvements: 'previous.improvements',
  currentReason: 'current.reason',
  projectText: 'nextYear.project.text',
  budgetText: 'nextYear.budget.text',
  previous: 'previous.savingsThousandYen',
  nextYear: 'nextYear.savingsThousandYen',
  start: 'startFiscalYear',
  end: 'endFiscalYear',
  departmentCode: 'department.code',
  departmentName: 'department.name',
  contactName: 'contact.name',
  phone: 'contact.phone',
  measureMain: 'measures.main',
  measureSub: 'measures.sub',
  ...Object.fromEntries(costFields.map(field => [field, `costs.${field}`])),
}
const pathOf = (field: string) => paths[field] ?? field

type Known = readonly [string, string, string | undefined]
const old = (label: { printed: string; kind: string; field?: string }): Known => [
  label.printed,
  label.kind,
  label.field === undefined ? undefined : pathOf(label.field),
]
/** Choices, and groups that name their list, were groups of no field. */
const made = ({ printed, kind, field }: Label): Known =>
  kind === 'choice' || kind === 'group' || kind === 'indicator'
    ? [printed, kind === 'choice' ? 'group' : kind, undefined]
    : [printed, kind, field]
const last = (labels: readonly Known[]) => new Map(labels.map(each => [each[0], each]))

describe('the tables that were kept by hand', () => {
  it.each(oldEditions)('$id', ({ id, marks, always }) => {
    const edition = form.editions.find(each => each.id === id)
    if (!edition) throw new Error(id)
    const ownCells = edition.labels.filter(label => label.isCellOnly)
    expect(last(edition.labels.filter(label => !label.isCellOnly).map(made))).toEqual(last(labelsOf(id).map(old)))
    expect(ownCells.map(made)).toEqual(cellLabelsOf(id).map(old))
    expect(new Set(edition.marks)).toEqual(new Set(marks))
    const kinds = ['prose', 'amounts', 'saving', 'year']
    const fields = edition.always.filter(label => kinds.includes(label.kind)).map(label => label.field)
    expect(new Set(fields)).toEqual(new Set(always.map(each => pathOf(each.field))))
    expect(fields.length).toBe(always.length)
  })

  it('labels, sections and options of all editions', () => {
    expect(last(form.labels.filter(label => !label.isCellOnly).map(made))).toEqual(last(allLabels.map(old)))
    expect(form.labels.filter(label => label.isCellOnly).map(made)).toEqual(allCellLabels.map(old))
    expect(form.sections).toEqual(sections)
    expect(new Set(form.optionSets.map(set => set.words.join()))).toEqual(
      new Set(Object.values(optionSets).map(set => set.join())),
    )
    expect(form.optionSets.filter(set => set.marks === 'squares').map(set => set.words)).toEqual(
      squareSets.map(set => optionSets[set]),
    )
  })
})
