import { describe, expect, test } from 'vitest'
import { closestTo } from '../../src/writers/closest.ts'
import { selectTable, tablesFor } from '../../src/writers/csv/select.ts'
import { form, otherForm } from '../walks/sample.ts'

const layouts = [form, otherForm]
const [sample, other] = layouts.map(layout => layout.id) as [string, string]
const having = (...ids: string[]) => new Set(ids)

describe('the table of a single stream', () => {
  test('is the main table of the one layout', () => {
    expect(selectTable(having(sample), layouts).name).toBe('projects')
    expect(selectTable(having(other), layouts).name).toBe('plans')
  })

  test('is the one that is named, of several layouts too', () => {
    expect(selectTable(having(sample, other), layouts, 'glossary').name).toBe('glossary')
    expect(selectTable(having(sample, other), layouts, 'documents').name).toBe('documents')
  })

  test.each([
    ['LAYOUTS_MIXED', [sample, other], undefined, /sample-form, other-form/u],
    ['NO_DOCUMENTS', [], undefined, /no document/u],
    ['NO_DOCUMENTS', [], 'documents', /no document/u],
    [
      'TABLE_UNKNOWN',
      [sample],
      'project',
      /only projects, project_cost_items, project_texts, glossary, documents, diagnostics/u,
    ],
    ['TABLE_UNKNOWN', [sample], 'plans', /only projects/u],
  ])('%s', (code, ids, name, message) => {
    expect(() => selectTable(having(...ids), layouts, name)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    )
  })

  test('an unknown name brings the closest one to mind', () => {
    expect(() => selectTable(having(sample), layouts, 'glosary')).toThrow(
      expect.objectContaining({ hint: 'did you mean glossary?' }),
    )
  })
})

test('a folder has the tables of the layouts that occur, then the common ones', () => {
  const names = tablesFor(having(other), layouts).map(table => table.name)
  expect(names).toEqual(['plans', 'documents', 'diagnostics'])
})

test.each([
  ['findngs', 'findings'],
  ['Findings', 'findings'],
  ['document', 'documents'],
  ['xyz', undefined],
  ['', undefined],
])('closest to %j is %j', (typed, name) => expect(closestTo(typed, ['findings', 'documents'])).toBe(name))
