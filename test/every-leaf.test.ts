import { describe, expect, it } from 'vitest'
import { isField, isList, isMaybe, type Shape } from '../src/layouts/kit/fields.ts'
import { layouts } from '../src/layouts/registry.ts'
import { documentsTable } from '../src/walks/tables/documents-table.ts'
import { planTables } from '../src/walks/tables/table-rows.ts'

/**
 * Leaves that no table has: what a document prints once for itself. Its title is in the table of documents; the rest is not data of a
 * record. A leaf that is neither named here nor reached by a column is missing from the CSV.
 */
const leftOut: { readonly [layout: string]: readonly string[] } = {
  'finding-table': ['header.title', 'header.attachment'],
  'action-plan-progress': ['header.initiativesTotal', 'header.lead'],
  'project-evaluation-sheet': ['header.title'],
  'ict-strategy-chapter': ['header.introduction'],
  'recommendation-progress': [
    'header.title',
    'header.categories[].name',
    'header.categories[].meaning',
    'header.progressPeriod.from.text',
    'header.progressPeriod.to.text',
    'header.nextPeriod.text',
  ],
}

/** The paths of all leaves of a shape, as the columns of tables name them. */
function leafPaths(shape: Shape, path: string): string[] {
  if (isField(shape)) return [path]
  if (isMaybe(shape)) return leafPaths(shape.shape, path)
  if (isList(shape)) return leafPaths(shape[0], `${path}[]`)
  return Object.entries(shape).flatMap(([key, part]) => leafPaths(part as Shape, path === '' ? key : `${path}.${key}`))
}

// A column may hold a whole list of texts, a row each or "\n" between.
const plain = (path: string): string => path.replace(/\[\]$/, '')

describe('every leaf of every record is in a table', () => {
  it.each(layouts.map(layout => [layout.id, layout] as const))('%s', (id, layout) => {
    const columns = [...planTables(layout), documentsTable([layout])].flatMap(table => table.columns)
    const reached = new Set(columns.flatMap(column => column.paths).map(plain))
    const leaves = [...leafPaths(layout.header, 'header'), ...leafPaths(layout.record, '')]
    const missing = leaves.map(plain).filter(path => !reached.has(path))
    expect(missing).toEqual(leftOut[id] ?? [])
  })
})
