import { expect, it } from 'vitest'
import { readWith } from '../../src/readers/reader.ts'
import { readers } from '../../src/readers/registry.ts'

const read = (text: string) => readWith(readers, Buffer.from(text), {})

it('a printed line has 20,000 characters at most, wherever it stands', async () => {
  for (const [before, after] of [
    ['', ''],
    ['a\tb\n', '\tc'],
    ['| a | b |\n|---|---|\n| ', ' | c |'],
    ['<p>', '</p>'],
  ] as const) {
    const line = (length: number) => `${before}${'あ'.repeat(length)}${after}\n`
    await expect(read(line(20_000))).resolves.toBeDefined()
    await expect(read(line(20_001))).rejects.toMatchObject({ code: 'INPUT_TOO_LARGE' })
  }
})

it('a table of HTML may stand on one line of the source, however long', async () => {
  const { pages } = await read(`<table>${'<tr><td>札幌市</td><td>1,000</td></tr>'.repeat(2000)}</table>\n`)
  expect(pages[0]?.blocks[0]).toMatchObject({ kind: 'table', rows: 2000, columns: 2 })
})
