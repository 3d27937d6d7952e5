import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/failures.ts'
import { geometryReader } from '../../../src/readers/pdf/index.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'
import { fixture } from './fixtures.ts'
import { read, shown } from './shown.ts'

const refusal = async (name: string, options = {}, pageLimit = 2_000): Promise<unknown> => {
  const error = await geometryReader({ pageLimit })
    .read(fixture(name), options)
    .catch((thrown: unknown) => thrown)
  return error instanceof InputError ? { code: error.code, args: error.args, pages: error.pages } : error
}

describe('a file of which nothing can be read is refused by name', () => {
  it.each([
    ['a picture of a page', 'scanned', 'SCANNED', { pages: 1, of: 1 }],
    ['glyphs without characters', 'no-unicode', 'UNREADABLE_FONT', { fonts: ['Sample'] }],
    ['characters of private use, and 䛾 for の', 'private-use', 'UNREADABLE_FONT', { fonts: ['Sample'] }],
  ])('%s', async (_why, name, code, args) => {
    expect(await refusal(name)).toEqual({ code, args, pages: { from: 1, to: 1 } })
  })

  it.each([
    ['locked, without a password', {}, 'PASSWORD_REQUIRED'],
    ['locked, with a wrong one', { password: 'guess' }, 'PASSWORD_WRONG'],
  ])('%s', async (_why, options, code) => {
    expect(await refusal('locked', options)).toMatchObject({ code })
  })

  it('cut short before its first page', async () => {
    const args = { what: { say: 'PAGES_UNREAD', args: { from: 1, to: 3 } } }
    expect(await refusal('truncated-early')).toMatchObject({ code: 'DAMAGED_PDF', args })
  })

  it('more pages than the limit', async () => {
    expect(await refusal('bit-rot', {}, 2)).toMatchObject({ code: 'INPUT_TOO_LARGE' })
  })
})

describe('what can be read is read, and the rest is said', () => {
  const unread = async (name: string) =>
    (await read(name)).unread?.map(error => (error instanceof InputError ? [error.code, error.pages] : error))

  it.each([
    ['one page is a picture', 'one-page-scanned', [['SCANNED', { from: 2, to: 2 }]], [1]],
    ['bits of one page are turned over', 'bit-rot', [['DAMAGED_PDF', { from: 2, to: 2 }]], [1, 3]],
    ['the same in an encrypted file', 'locked-bit-rot', [['DAMAGED_PDF', { from: 2, to: 2 }]], [1, 3]],
    ['the file ends in the last page', 'truncated', [['DAMAGED_PDF', { from: 3, to: 3 }]], [1, 2]],
    ['the way to the pages is lost too', 'truncated-without-catalog', [['DAMAGED_PDF', null]], [1, 2]],
  ])('%s', async (_why, name, errors, pages) => {
    expect(await unread(name)).toEqual(errors)
    expect((await read(name)).pages.map(page => page.number)).toEqual(pages)
  })

  it('text recognised under a scan is read and marked', async () => {
    const [page] = (await read('scanned-with-hidden-text')).pages
    expect(page?.recognised).toBe(true)
    expect(shown(page?.blocks ?? [])).toEqual(['読み取った文字'])
  })

  it('the right password opens a locked file; a password for changes only is not asked for', async () => {
    const locked = await geometryReader().read(fixture('locked'), { password: 'himitsu' })
    expect(shown(locked.pages[0]?.blocks ?? [])[0]).toBe('◎基本情報')
    expect(shown((await read('owner-locked')).pages[0]?.blocks ?? [])[0]).toBe('◎基本情報')
  })
})

it.each([['nothing at all', 'no-bytes', 'EMPTY_INPUT']])(
  'leaves what is no PDF to the other readers, whatever its name: %s',
  async (_why, name, code) => {
    await expect(readWith(readers, fixture(name), {})).rejects.toMatchObject({ code })
  },
)

it('takes a web page named .pdf for what it is', async () => {
  expect((await readWith(readers, fixture('page-of-html'), {})).mediaType).toBe('text/plain')
})
