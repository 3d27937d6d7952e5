import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isExcluded } from '../../src/cli/inputs/exclude.ts'
import { inputsOf } from '../../src/cli/inputs/inputs.ts'
import { temporaryFolder } from './run.ts'

test.each([
  ['a name at any depth', '*-old.pdf', ['a-old.pdf', 'x/y/b-old.pdf'], ['old.pdf.txt', 'a-old.pdf.bak']],
  ['a folder with all in it', 'drafts', ['drafts/a.pdf', 'x/drafts/y/b.pdf'], ['drafts2/a.pdf', 'x/drafts.pdf']],
  ['a slash at the end', 'drafts/', ['drafts/a.pdf'], ['draft/a.pdf']],
  ['a path from the folder', '2024/*.txt', ['2024/a.txt'], ['x/2024/a.txt', '2024/x/a.txt']],
  ['folders between', '**/old/*.txt', ['old/a.txt', 'x/y/old/a.txt'], ['old/x/a.txt']],
  ['all below', 'old/**', ['old/a', 'old/x/y'], ['older/a']],
  ['one character', 'a?.txt', ['ab.txt'], ['a.txt', 'abc.txt', 'a/b.txt']],
  ['one of several', '{a,b}.txt', ['a.txt', 'x/b.txt'], ['ab.txt']],
  ['a class', '[ab]-[!0-9].txt', ['a-x.txt'], ['c-x.txt', 'a-1.txt']],
  ['signs of expressions as they are', 'a+(1).txt', ['a+(1).txt'], ['aa1.txt']],
  ['Japanese', '*（案）*', ['調書（案）2.pdf'], ['調書.pdf']],
] as const)('--exclude: %s', (_why, pattern, out, kept) => {
  expect(out.filter(path => !isExcluded(path, { exclude: [pattern] }))).toEqual([])
  expect(kept.filter(path => isExcluded(path, { exclude: [pattern] }))).toEqual([])
})

test('it leaves out of folders and patterns, and never what is named itself', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'in/drafts'), { recursive: true })
  for (const name of ['a.txt', 'b-old.txt', 'drafts/c.txt']) writeFileSync(join(folder, 'in', name), 'x')
  const found = async (...typed: string[]) => {
    const wanted = { endings: ['.txt'], exclude: ['drafts', '*-old.*'] }
    const sources = await inputsOf(
      typed.map(each => join(folder, each)),
      wanted,
    )
    return sources.map(({ path }) => path.slice(folder.length + 1))
  }
  expect(await found('in')).toEqual(['in/a.txt'])
  expect(await found('in/**/*.txt')).toEqual(['in/a.txt'])
  expect(await found('in/b-old.txt')).toEqual(['in/b-old.txt'])
})
