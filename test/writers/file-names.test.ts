import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownNames } from '../../src/writers/data-package/descriptor.ts'
import { fileNames } from '../../src/writers/file-names.ts'

const namesOf = (paths: string[], typed: string[]) => [...fileNames(paths, typed, ownNames).values()]

describe('the file of an input', () => {
  test.each<[why: string, typed: string[], paths: string[], names: string[]]>([
    ['below the folder that was typed', ['rel/'], ['rel/a.pdf', 'rel/x/b.txt'], ['a.json', 'x/b.json']],
    ['below the innermost of several', ['rel', 'rel/x'], ['rel/a.pdf', 'rel/x/y/b.pdf'], ['a.json', 'y/b.json']],
    ['below the present folder', ['.'], ['./a.pdf', './x/b.pdf'], ['a.json', 'x/b.json']],
    ['below the root', ['/'], ['/a.pdf', '/x/b.pdf'], ['a.json', 'x/b.json']],
    ['below a folder above', ['../up'], ['../up/a.pdf', '../up/x/b.pdf'], ['a.json', 'x/b.json']],
    ['a file that was typed', ['/abs/x/a.pdf', '../b.pdf'], ['/abs/x/a.pdf', '../b.pdf'], ['a.json', 'b.json']],
    ['what a pattern matches', ['rel/**/*.pdf'], ['rel/a.pdf', 'rel/x/b.pdf'], ['a.json', 'x/b.json']],
    ['a pattern of the present folder', ['*/*.pdf'], ['x/b.pdf'], ['x/b.json']],
    ['a folder that looks like a pattern', ['in (1)'], ['in (1)/a.pdf'], ['a.json']],
    ['standard input', ['-'], ['-'], ['stdin.json']],
    [
      'no ending, several dots, a dot in front',
      ['in'],
      ['in/a', 'in/b.c.pdf', 'in/.d'],
      ['a.json', 'b.c.json', '.d.json'],
    ],
    [
      'spaces, emoji, line breaks',
      ['in'],
      ['in/a b.pdf', 'in/📄.pdf', 'in/c\nd.pdf'],
      ['a b.json', '📄.json', 'c\nd.json'],
    ],
    ['two endings of one name', ['in'], ['in/a.pdf', 'in/a.txt', 'in/b.pdf'], ['a.pdf.json', 'a.txt.json', 'b.json']],
    ['names of our own', ['in'], ['in/datapackage.pdf'], ['datapackage.pdf.json']],
    ['a folder named like a file', ['in'], ['in/a.pdf', 'in/a.json/b.pdf'], ['a.pdf.json', 'a.json/b.pdf.json']],
  ])('%s', (_, typed, paths, names) => expect(namesOf(paths, typed)).toEqual(names))

  test.each([
    ['one name in two folders', ['x/a.pdf', 'y/a.pdf']],
    ['case', ['in/A.pdf', 'in/a.pdf']],
    ['composition', ['in/が.pdf', 'in/が.pdf'.normalize('NFD')]],
  ])('names that meet are told apart, in any order: %s', (_, paths) => {
    const typed = ['in', ...paths]
    const names = fileNames(paths, typed, ownNames)
    expect(new Set([...names.values()].map(name => name.normalize('NFC').toLowerCase())).size).toBe(2)
    for (const path of paths) expect(fileNames(paths.toReversed(), typed, ownNames).get(path)).toBe(names.get(path))
  })

  test('never is longer than 255 bytes, nor parts a character from its mark', () => {
    const long = (count: number) => `in/${'が'.normalize('NFD').repeat(count)}.pdf`
    // 6 bytes a character: 246 + 5 fit, 252 + 5 do not.
    const [fits, cut] = namesOf([long(41), long(42)], ['in'])
    expect(fits).toBe(`${'が'.normalize('NFD').repeat(41)}.json`)
    expect(cut).toMatch(/^(?:\u304b\u3099)+-[0-9a-f]{12}\.json$/u)
    expect(Buffer.byteLength(cut ?? '')).toBeLessThanOrEqual(255)
  })

  test('stays below the folder and is unique, whatever the paths are', () => {
    const part = fc.constantFrom(
      'a',
      'A',
      '..',
      '.',
      '',
      'a.json',
      'b.pdf',
      'datapackage.pdf',
      'failures.jsonl',
      '雪'.repeat(85),
    )
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'))
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 8 }), fc.array(path, { maxLength: 2 }), (paths, typed) => {
        const names = namesOf(paths, typed)
        expect(new Set([...names, ...ownNames]).size).toBe(paths.length + ownNames.length)
        for (const name of names) {
          expect(name.split('/').filter(each => ['', '.', '..'].includes(each))).toEqual([])
          for (const each of name.split('/')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(255)
          expect(names.filter(other => other.startsWith(`${name}/`))).toEqual([])
        }
      }),
    )
  })
})
