import { describe, expect, test } from 'vitest'
import { closestTo } from '../../src/writers/closest.ts'
import { selectTable, tablesOf } from '../../src/writers/select.ts'
import { doc, form, otherDoc, otherForm } from '../walks/sample.ts'

const layouts = [form, otherForm]

describe('the table of a single stream', () => {
  test('is the main table of the one layout', () => {
    expect(selectTable([doc], layouts).name).toBe('projects')
    expect(selectTable([otherDoc], layouts)).toMatchObject({
      name: 'plans',
      rows: [['011002', 'in/見本.pdf', null, 1, null, 1]],
    })
  })

  test('is the one that is named, of several layouts too', () => {
    expect(selectTable([doc, otherDoc], layouts, 'glossary').rows).toHaveLength(2)
    expect(selectTable([doc, otherDoc], layouts, 'documents').rows).toHaveLength(2)
  })

  test.each([
    ['LAYOUTS_MIXED', [doc, otherDoc], undefined, /sample-form, other-form/u],
    ['NO_DOCUMENTS', [], undefined, /no document/u],
    ['NO_DOCUMENTS', [], 'documents', /no document/u],
    [
      'TABLE_UNKNOWN',
      [doc],
      'project',
      /only projects, project_cost_items, project_texts, glossary, documents, diagnostics/u,
    ],
    ['TABLE_UNKNOWN', [doc], 'plans', /only projects/u],
  ])('%s', (code, docs, name, message) => {
    expect(() => selectTable(docs, layouts, name)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    )
  })

  test('an unknown name brings the closest one to mind', () => {
    expect(() => selectTable([doc], layouts, 'glosary')).toThrow(
      expect.objectContaining({ hint: 'did you mean glossary?' }),
    )
  })
})

test('a folder has the tables of the layouts that occur, then the common ones', () => {
  const names = tablesOf([otherDoc], layouts).map(table => table.name)
  expect(names).toEqual(['plans', 'documents', 'diagnostics'])
})

test.each([
  ['findngs', 'findings'],
  ['Findings', 'findings'],
  ['document', 'documents'],
  ['xyz', undefined],
  ['', undefined],
])('closest to %j is %j', (typed, name) => expect(closestTo(typed, ['findings', 'documents'])).toBe(name))
