import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { extractionOf } from '../../src/envelope.ts'
import { layouts } from '../../src/layouts/registry.ts'
import { extractAll, extractOne } from '../../src/pipeline.ts'
import { readers } from '../../src/readers/registry.ts'
import { jsonPieces } from '../../src/writers/json/json.ts'
import { xlsxWriter } from '../../src/writers/xlsx/xlsx.ts'
import { hasBrowser, startBrowser } from '../helpers/browser.ts'
import { readFixture } from '../helpers/extract.ts'
import { choose, chosen, drop, type GivenFile, type Opened, opened, said, saved } from './in-page.ts'

const root = new URL('../../', import.meta.url).pathname
const sheet = 'fixtures/bundles/sheets-of-three-editions/input.pdf'

/** Every PDF of the fixtures, the seeds, and a text in CP932, each under a name of its own. */
function documents(): GivenFile[] {
  const fixtures = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.pdf') || path.endsWith('cp932-crlf/input.txt'))
    .map(path => `fixtures/${path}`)
  const seeds = readdirSync(join(root, 'seeds')).map(name => `seeds/${name}`)
  const known = [...seeds, ...fixtures.sort()]
  const files = known.map(path => ({ name: path.replaceAll('/', '_'), bytes: readFixture(path) }))
  // A byte that browsers read and CP932 does not have.
  const strange = files.filter(({ name }) => name.includes('cp932')).map(({ bytes }) => Buffer.from([...bytes, 0x80]))
  return [...files, ...strange.map(bytes => ({ name: 'strange.txt', bytes }))]
}

const sourcesOf = (files: readonly GivenFile[]) =>
  files.map(({ name, bytes }) => ({ path: name, bytes: async () => bytes }))

const textOf = (pieces: Iterable<string | Uint8Array>): string =>
  Buffer.concat([...pieces].map(piece => Buffer.from(piece as string))).toString('latin1')

describe.skipIf(!hasBrowser)('the page in a browser', () => {
  let browser: Browser
  let here: Opened | undefined
  const open = async (locale = 'ja-JP') => {
    here = await opened(browser, locale)
    return here.page
  }

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    const strange = here?.strange
    await here?.context.close()
    here = undefined
    expect(strange ?? []).toEqual([])
  })

  it('reads every document as Node does, byte for byte', async () => {
    const files = documents()
    expect(files.length).toBeGreaterThan(40)
    const page = await open('en-US')
    await chosen(page, files)
    const there = await extractAll(sourcesOf(files), { layouts, readers, provenance: true })
    const json = await saved(page, 'JSON')
    expect(json.name).toBe('sapporo-evaluation.json')
    expect(Buffer.from(json.bytes).toString('utf8')).toBe([...jsonPieces(there)].join(''))
    const workbook = await saved(page, 'Excel workbook')
    const extracted = { ...there, layouts: new Set(there.documents.map(({ layout }) => layout)), each: [] }
    const made = xlsxWriter.pieces({ extracted, layouts, tables: { headers: 'ja' }, about: {}, isForPeople: false })
    expect(Buffer.from(workbook.bytes).toString('latin1') === textOf(made)).toBe(true)
  }, 180_000)

  it('tells in Japanese, and saves the words of the language that it speaks', async () => {
    const page = await open()
    const file = { name: '調書.pdf', bytes: readFixture(sheet) }
    expect(await chosen(page, [file])).toBe('1件のファイルから4件の文書を読みました。読めなかったものは0件です。')
    const [source] = sourcesOf([file])
    const { toldResult } = await import('../../src/told.ts')
    const read = await extractOne(source as NonNullable<typeof source>, {
      layouts,
      readers,
      provenance: true,
      untold: true,
    })
    const json = await saved(page, 'JSON')
    expect(json.name).toBe('調書.json')
    expect(Buffer.from(json.bytes).toString('utf8')).toBe(
      [...jsonPieces(extractionOf([toldResult(read, 'ja')]))].join(''),
    )
    const archive = await saved(page, 'CSV（全ての表をまとめたZIP）')
    expect(archive.name).toBe('調書.zip')
    expect(Buffer.from(archive.bytes).toString('latin1')).toContain('projects.csv')
  })

  it('shows a dropped PDF beside its values', async () => {
    const page = await open()
    await drop(page, [{ name: '調書.pdf', bytes: readFixture(sheet) }])
    await said(page)
    await page.click('#review a')
    const width = () => page.evaluate<number>("document.querySelector('#review img')?.naturalWidth ?? 0")
    await expect.poll(width, { timeout: 20_000 }).toBeGreaterThan(500)
    expect(await page.innerText('#review')).toContain('就業サポートセンター等事業費')
  })

  it('applies what was decided, once it is given the decisions that the review saved', async () => {
    const page = await open('en-US')
    const bytes = readFixture('fixtures/project-evaluation-sheet/form-of-next-year/input.pdf')
    await chosen(page, [{ name: 'sheet.pdf', bytes }])
    await page.click('#review a')
    await page.waitForSelector('#review .card')
    await page.keyboard.press('a')
    const decided = await saved(page, 'Save decisions (1)')
    expect(decided.name).toBe('decisions.jsonl')
    await chosen(page, [decided])
    const json = JSON.parse(Buffer.from((await saved(page, 'JSON')).bytes).toString('utf8'))
    expect(json.documents).toHaveLength(1)
    expect(json.documents[0].decisions).toMatchObject([{ decision: 'accepted' }])
    expect(await chosen(page, [{ name: 'other.jsonl', bytes: Buffer.from('{}\n') }])).toContain('other.jsonl: line 1')
  })

  it('asks for the password of a file', async () => {
    const page = await open()
    await chosen(page, [{ name: '秘密.pdf', bytes: readFixture('fixtures/readers/pdf/locked.pdf') }])
    expect(await page.innerText('[role=alert]')).toContain('パスワードが設定されています')
    await page.fill('input[type=password]', 'himitsu')
    await page.click('button[type=submit]')
    await expect.poll(() => page.innerText('[role=alert]')).toContain('様式')
    expect(await page.locator('input[type=password]').count()).toBe(0)
  })

  it('says what is wrong with a file, and reads the others', async () => {
    const page = await open()
    const pdf = readFixture(sheet)
    await chosen(page, [
      { name: '途中まで.pdf', bytes: pdf.subarray(0, 3000) },
      { name: '絵.pdf', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
    ])
    const alert = await page.innerText('[role=alert]')
    expect(alert).toMatch(/途中まで\.pdf: .*壊れています/)
    expect(alert).toMatch(/絵\.pdf: .*PNG/)
    expect(await chosen(page, [{ name: '調書.pdf', bytes: pdf }])).toContain('4件の文書')
  })

  it('takes a file of 50 MB without standing still', async () => {
    const page = await open()
    const folder = mkdtempSync(join(tmpdir(), 'sapporo-eval-'))
    try {
      const noise = Buffer.alloc(
        50 * 1024 * 1024,
        Buffer.from(Array.from({ length: 9973 }, (_, at) => (at * 7919) & 255)),
      )
      const padded = Buffer.concat([
        readFixture(sheet),
        Buffer.from('\n%'),
        Buffer.alloc(noise.length, 0x20),
        Buffer.from('\n%%EOF\n'),
      ])
      const paths = ['noise.txt', 'padded.pdf'].map(name => join(folder, name))
      writeFileSync(paths[0] as string, noise)
      writeFileSync(paths[1] as string, padded)
      await page.evaluate(() => {
        const ticks = Object.assign(globalThis, { longest: 0, last: performance.now() })
        setInterval(() => {
          ticks.longest = Math.max(ticks.longest, performance.now() - ticks.last)
          ticks.last = performance.now()
        }, 50)
      })
      await page.setInputFiles('input[type=file]', paths)
      expect(await said(page)).toMatch(/読めなかったものは1件/)
      expect(await page.textContent('#review')).toMatch(/noise\.txt.*読めません/)
      expect(await page.evaluate(() => (globalThis as unknown as { longest: number }).longest)).toBeLessThan(3000)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }, 120_000)

  it('runs nothing that stands in a document or in its name, and asks nobody for anything', async () => {
    const page = await open()
    const hostile = '<script>hurt=1</script><img src="http://127.0.0.1:9/x" onerror="hurt=1"><b>太字</b>'
    const seed = readFileSync(join(root, 'seeds/002_226b198dc5f12da8.txt'), 'utf8')
    const texts = [hostile, hostile.replaceAll('<', '&lt;')].map(inner =>
      seed.replaceAll('就業サポートセンター', inner),
    )
    const name = '<img src=x onerror=hurt=1>.html'
    const files = texts.map((text, at) => ({ name: `${at}${name}`, bytes: Buffer.from(text) }))
    await chosen(page, files)
    for (const [at, shown] of ['太字', '<script>hurt=1</script><img'].entries()) {
      const row = page.locator('#review a').nth(at)
      expect(await row.innerText()).toBe(`${at}${name}`)
      await row.click()
      await expect.poll(() => page.textContent('#review')).toContain(shown)
      await page.keyboard.press('Escape')
    }
    expect(await page.evaluate(() => 'hurt' in globalThis)).toBe(false)
    expect(here?.strange).toEqual([])
    const refused = page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(await refused).toBe('refused')
    here?.strange.splice(0)
  })

  it('ends a document that takes too long, and reads the next', async () => {
    const page = await open()
    await page.clock.install()
    const files = [1, 2].map(number => ({ name: `${number}.pdf`, bytes: readFixture(sheet) }))
    await choose(page, files.slice(0, 1))
    await page.clock.runFor(62_000)
    expect(await said(page)).toMatch(/読めなかったものは1件/)
    expect(await page.innerText('[role=alert]')).toContain('60秒以内に読み終わりませんでした')
    expect(await chosen(page, files.slice(1))).toContain('2件のファイルから4件の文書')
  })

  it('stops when it is told to', async () => {
    const page = await open('en-US')
    const bytes = readFixture(sheet)
    await choose(
      page,
      Array.from({ length: 30 }, (_, at) => ({ name: `${at}.pdf`, bytes })),
    )
    await page.click('button:text-is("Cancel")')
    expect(await said(page)).toMatch(/^Cancelled: \d+ files were not read\.$/)
  })

  it('speaks the other language at once', async () => {
    const page = await open('en-US')
    expect(await page.title()).toContain('City of Sapporo')
    await page.click('button[lang=ja]')
    expect(await page.innerText('h1')).toBe('札幌市 評価関係文書のデータ化')
    expect(await page.getAttribute('html', 'lang')).toBe('ja')
  })
})

describe('the file of the page', () => {
  const path = join(root, 'dist/app/index.html')
  const html = readFileSync(path, 'utf8')

  it('holds all that it needs, and allows nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+';/,
    )
    expect(policy).not.toMatch(/connect-src|unsafe-inline|'unsafe-eval'|https?:|\*/)
    expect(html.match(/<(?:script|link|img|iframe)[^>]*\b(?:src|href)="(?!data:)/g)).toBeNull()
    for (const name of ['@embedpdf/pdfium', 'pako', 'zod']) expect(html).toContain(`\n${name}\n`)
    expect(statSync(path).size).toBeLessThan(5 * 1024 * 1024)
  })
})
