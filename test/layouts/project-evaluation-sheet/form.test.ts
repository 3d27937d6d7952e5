import { describe, expect, it } from 'vitest'
import { isField, isList, isMaybe, type Shape } from '../../../src/layouts/kit/fields.ts'
import { record } from '../../../src/layouts/project-evaluation-sheet/record.ts'
import { closestOf } from '../../../src/layouts/project-evaluation-sheet/words/edition.ts'
import { type EditionChange, formOf } from '../../../src/layouts/project-evaluation-sheet/words/editions.ts'
import { form } from '../../../src/layouts/project-evaluation-sheet/words/form.ts'
import { prose, section } from '../../../src/layouts/project-evaluation-sheet/words/rows.ts'

/** The paths of the leaves of a shape; a list, or what may be missing as a whole, by its own. */
function pathsOf(shape: Shape, path = ''): string[] {
  if (isField(shape) || isList(shape) || isMaybe(shape)) return [path]
  return Object.entries(shape).flatMap(([key, part]) => pathsOf(part as Shape, path === '' ? key : `${path}.${key}`))
}

const named = new Set(form.labels.flatMap(label => [label.field ?? '', ...label.choices.map(choice => choice.field)]))

describe('the form and the record', () => {
  it('every field of the record is named by a label of the form', () => {
    const isNamed = (path: string) =>
      [...named].some(each => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`))
    // What stands under labels that no edition has.
    expect(pathsOf(record).filter(path => !isNamed(path))).toEqual(['other'])
  })

  it('every field that a label names is one of the record', () => {
    const costs = Object.keys(record.costs[0]).map(key => `costs.${key}`)
    const known = new Set([...pathsOf(record), ...costs, 'account', 'department', 'department.code', 'measures', ''])
    expect([...named].filter(field => !known.has(field))).toEqual([])
  })
})

describe('which edition some words are of', () => {
  const rows = [
    section('◎基本'),
    prose('目標', 'a', { marks: ['1'] }),
    prose('計画', 'b', { always: ['1', '2'] }),
    prose('結果', 'c', { marks: ['2'], always: ['2'] }),
  ]
  const editionsOf = (...more: readonly EditionChange[]) => formOf(rows, [{ id: '1' }, { id: '2' }, ...more]).editions
  const known = (editions: ReturnType<typeof editionsOf>, ...words: string[]) => {
    const { closest, isKnown, missing, unexpected } = closestOf(editions, new Set(words))
    return [isKnown ? closest.id : null, missing, unexpected]
  }

  it.each([
    [['結果'], '2', 'words that one edition has alone'],
    [['目標', '結果'], null, 'words of two'],
    [['計画'], null, 'no word that tells'],
  ])('%j → %s: %s', (words, id, _why) => {
    expect(known(editionsOf(), ...words)[0]).toBe(id)
  })

  const next = { id: '3', like: '2', gone: ['計画'], renamed: { 結果: '成果' } }

  it('an edition like another one is known by its words and by what it lacks', () => {
    const editions = editionsOf(next)
    expect(known(editions, '計画', '結果')).toEqual(['2', [], []])
    expect(known(editions, '成果')).toEqual(['3', [], []])
    expect(known(editions, '計画', '成果')).toEqual([null, [], ['計画']])
  })

  it('an edition that only lacks a row is told by it, and an older one that has the row stays known', () => {
    const editions = editionsOf({ id: '3', like: '2', gone: ['計画'] })
    expect(known(editions, '計画', '結果')).toEqual(['2', [], []])
    expect(known(editions, '結果')).toEqual(['3', [], []])
    expect(known(editions, '計画', '目標')).toEqual(['1', [], []])
  })

  it('is none where two editions print all that is there and both lack some of theirs', () => {
    const editions = editionsOf({ id: '3', like: '2', renamed: { 計画: '予定' } })
    expect(known(editions, '結果')[0]).toBeNull()
  })

  it('a change of a word that the edition before does not print is a mistake', () => {
    expect(() => editionsOf({ id: '3', like: '2', gone: ['予算'] })).toThrow('予算')
    expect(() => editionsOf({ id: '3', like: '4' })).toThrow('4')
  })
})
