import { copyFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentEndings } from '../../src/cli/inputs/endings.ts'
import { inputsOf } from '../../src/cli/inputs/inputs.ts'
import { UsageError } from '../../src/cli/reporting/stderr.ts'
import { codesOf, findingTable, run, temporaryFolder } from './run.ts'

const root = temporaryFolder()

function put(path: string, text = 'x'): string {
  const full = join(root, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
  return full
}

const found = async (...typed: string[]): Promise<string[]> =>
  (await inputsOf(typed, { endings: documentEndings })).map(source => source.path)

const foundBelow = async (folder: string): Promise<string[]> =>
  (await found(folder)).map(path => path.slice(folder.length + 1))

const problemsOf = (typed: string[]) =>
  inputsOf(typed, { endings: documentEndings }).then(
    () => [],
    error => (error instanceof UsageError ? error.problems.map(({ where, code }) => [where, code]) : [error]),
  )

describe('folders', () => {
  it('are walked to any depth, by the code units of the paths', async () => {
    for (const name of ['b.txt', 'B.txt', 'a/z.pdf', 'a.txt', 'あ.txt', 'a/b/c.html', '10.txt', '9.txt'])
      put(`order/${name}`)
    expect(await foundBelow(join(root, 'order'))).toEqual([
      '10.txt',
      '9.txt',
      'B.txt',
      'a.txt',
      'a/b/c.html',
      'a/z.pdf',
      'b.txt',
      'あ.txt',
    ])
  })

  it('give only what may be a document: by its ending, and not hidden', async () => {
    for (const name of ['a.PDF', 'b.md', 'c.markdown', 'd.tsv', 'e.csv', 'f.htm']) put(`kinds/${name}`)
    for (const name of ['g.docx', 'h.json', 'i', '._a.pdf', '.git/j.txt']) put(`kinds/${name}`)
    expect(await foundBelow(join(root, 'kinds'))).toEqual(['a.PDF', 'b.md', 'c.markdown', 'd.tsv', 'e.csv', 'f.htm'])
  })

  it('keep their name as typed, without a doubled slash', async () => {
    put('typed/a.txt')
    expect(await found(`${root}/typed/`)).toEqual([`${root}/typed/a.txt`])
    expect(await found(`${root}/./typed`)).toEqual([`${root}/./typed/a.txt`])
  })

  it('give the same documents again where the output goes into one of them', () => {
    for (const out of ['both', 'both/sub']) {
      for (const name of ['a.txt', 'sub/b.txt']) put(`both/${name}`, '')
      copyFileSync(findingTable, join(root, 'both/sub/c.txt'))
      const args = ['extract', 'both', '-f', 'csv', '-o', out, '--overwrite']
      const codes = () => codesOf(run(args, { cwd: root }))
      expect([out, codes(), codes()]).toEqual([out, ['EMPTY_INPUT', 'EMPTY_INPUT'], ['EMPTY_INPUT', 'EMPTY_INPUT']])
      expect(readFileSync(join(root, out, 'documents.csv'), 'utf8')).toContain('both/sub/c.txt')
    }
  })

  it('that link back to themselves come to an end', async () => {
    put('loop/a.txt')
    symlinkSync(join(root, 'loop'), join(root, 'loop/again'))
    expect(await foundBelow(join(root, 'loop'))).toEqual(['a.txt'])
  })
})

describe('patterns', () => {
  it('match files, by the code units of their paths', async () => {
    for (const name of ['2.txt', '10.txt', 'sub/3.txt', 'no.pdf']) put(`glob/${name}`)
    expect(await found(`${root}/glob/**/*.txt`)).toEqual(['10.txt', '2.txt', 'sub/3.txt'].map(n => `${root}/glob/${n}`))
    expect(await found(`${root}/glob/{2,10}.txt`)).toEqual([`${root}/glob/10.txt`, `${root}/glob/2.txt`])
  })

  it('are taken literally where such a file or folder exists', async () => {
    put('literal/[a].txt')
    put('literal/a.txt')
    put('literal/[2023]/sheet.txt')
    expect(await found(`${root}/literal/[a].txt`)).toEqual([`${root}/literal/[a].txt`])
    expect(await found(`${root}/literal/[2023]/*.txt`)).toEqual([`${root}/literal/[2023]/sheet.txt`])
    expect(await found(`${root}/literal/[b-z].txt`).catch(error => error.problems[0].code)).toBe('NOT_FOUND')
  })
})

describe('what is typed', () => {
  it('keeps its order, and the same file twice is one input', async () => {
    const [a, b] = [put('twice/a.txt'), put('twice/b.txt')]
    symlinkSync(a, join(root, 'twice/link.txt'))
    expect(await found(b, a)).toEqual([b, a])
    expect(await found(b, `${root}/twice`, `${root}/twice/*.txt`, `${root}/./twice/a.txt`, '-', '-')).toEqual([
      b,
      a,
      '-',
    ])
  })

  it('and matches nothing is named, all of it at once', async () => {
    put('empty/only.docx')
    expect(await problemsOf([`${root}/none.txt`, `${root}/no*`, `${root}/empty`, ''])).toEqual([
      [`${root}/none.txt`, 'NOT_FOUND'],
      [`${root}/no*`, 'NOT_FOUND'],
      [`${root}/empty`, 'NOT_FOUND'],
      ['', 'NOT_FOUND'],
    ])
  })

  it('may be too large to read', async () => {
    const path = put('large.txt')
    truncateSync(path, 513 * 1024 * 1024)
    const [source] = await inputsOf([path], { endings: documentEndings })
    await expect(source?.bytes()).rejects.toMatchObject({ code: 'INPUT_TOO_LARGE' })
  })
})

describe('on the command line', () => {
  it('nothing is read where a path matches nothing', () => {
    const good = put('some/good.txt', '')
    const ran = run(['extract', good, 'gone.txt', '*.gone'], { cwd: root })
    expect([ran.code, ran.stdout, codesOf(ran)]).toEqual([2, '', ['NOT_FOUND', 'NOT_FOUND']])
    expect(ran.lines[0]).toBe(
      'sapporo-eval: gone.txt: NOT_FOUND: nothing matches "gone.txt" (check the path, and put a pattern in quotation marks)',
    )
  })

  it('a path with a line break or an escape code stays on its line', () => {
    const ran = run(['extract', 'a\nb\u001b[31m.txt'], { cwd: root })
    expect(ran.lines).toHaveLength(1)
    expect(ran.lines[0]).toMatch(/^sapporo-eval: a\\nb\\u001b\[31m\.txt: NOT_FOUND: /)
  })
})
