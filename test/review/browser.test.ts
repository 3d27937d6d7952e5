import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Doc, Extraction } from '../../src/envelope.ts'
import { listScript } from '../../src/review/site/scripts.ts'
import { evaluationSheet, run, temporaryFolder } from '../cli/run.ts'
import { hasBrowser } from '../helpers/browser.ts'
import { browsing, openDocument } from './browser.ts'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/project-evaluation-sheet/${name}/input.pdf`, import.meta.url))

/** Its Japanese font is named, and not in the file. */
const withoutFonts = fileURLToPath(new URL('../../fixtures/finding-table/cells-pdf-row-cut/input.pdf', import.meta.url))

const folder = temporaryFolder()
const review = join(folder, 'review')
const inputs = ['new-rows.pdf', 'another-unit.pdf', 'plain.pdf', 'text.txt', 'unknown.txt', 'no-font.pdf'].map(name =>
  join(folder, name),
)
const hostile = join(folder, '<img src=x onerror=alert(1)>.txt')
const open = browsing()

/** A name that would be markup, end a script or a line of one, were it ever taken for more than text. */
const evil =
  '</script><script>globalThis.ran = 1</script><img src="https://example.invalid/x" onerror="globalThis.ran = 2">\u2028\'"`$ran`'

beforeAll(() => {
  if (!hasBrowser) return
  const [newRows, anotherUnit, plain, text, unknown, noFont] = inputs as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  copyFileSync(fixture('new-rows'), newRows)
  copyFileSync(fixture('another-unit'), anotherUnit)
  copyFileSync(fixture('one-page-of-calc'), plain)
  copyFileSync(evaluationSheet, text)
  copyFileSync(withoutFonts, noFont)
  writeFileSync(unknown, 'これは札幌市の評価の様式ではない文書です。\n')
  writeFileSync(hostile, readFileSync(evaluationSheet, 'utf8').replace('就業サポート', evil))
  expect(run(['review', ...inputs, hostile, '-o', review, '-q']).code).toBe(3)
}, 120_000)

const parsed = (path: string): readonly Doc[] => (JSON.parse(readFileSync(path, 'utf8')) as Extraction).documents

/** The lines of the file that a page saves. */
async function saved(page: Page, name = 'decisions.jsonl'): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('s')])
  expect(download.suggestedFilename()).toBe('decisions.jsonl')
  await download.saveAs(join(folder, name))
  return readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')
}

describe.skipIf(!hasBrowser)('a review in a browser', () => {
  test('lists the documents with verdict, doubts and coverage, and what could not be read', async () => {
    const { page, wrong } = await open(review)
    const cells = page.getByRole('row').filter({ hasText: 'another-unit.pdf' }).getByRole('cell')
    await expect
      .poll(() => cells.allInnerTexts())
      .toEqual([
        'another-unit.pdf (1)',
        '事業評価調書',
        'check',
        expect.stringMatching(/^\d+$/),
        expect.stringMatching(/^\d+\.\d %$/),
      ])
    expect(await page.getByRole('row').filter({ hasText: 'plain.pdf' }).getByRole('cell').nth(2).innerText()).toBe(
      'sound',
    )
    await page.getByText('Could not be read (1)').click()
    expect(await page.getByRole('listitem').innerText()).toContain('LAYOUT_UNKNOWN')
    await page.getByLabel('Only those with doubts').check()
    expect(await page.getByRole('row').filter({ hasText: 'plain.pdf' }).count()).toBe(0)
    await page.getByRole('button', { name: '日本語' }).click()
    expect(await page.getByRole('columnheader').allInnerTexts()).toContain('疑わしい箇所')
    expect(await page.locator('html').getAttribute('lang')).toBe('ja')
    expect(wrong).toEqual([])
  })

  test('shows the picture of a page, and the first doubt beside it', async () => {
    const { page, asked, wrong } = await open(review)
    await openDocument(page, 'new-rows')
    const picture = page.getByRole('img', { name: 'Picture of page 1' })
    await expect
      .poll(() => picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth))
      .toBeGreaterThan(900)
    expect(await page.locator('.card').first().getAttribute('class')).toContain('current')
    expect(asked.filter(url => !url.startsWith('file://'))).toEqual([])
    expect(wrong).toEqual([])
  })

  test('draws the letters of a font that the file does not hold', async () => {
    const { page } = await open(review)
    await openDocument(page, 'no-font')
    await expect.poll(() => page.locator('text.letter').count()).toBeGreaterThan(50)
    expect(await page.locator('figcaption').first().innerText()).toContain('the file does not hold every font')
    const { page: other } = await open(review)
    await openDocument(other, 'plain')
    await other.locator('rect.value').first().waitFor()
    expect(await other.locator('text.letter').count()).toBe(0)
  })

  test('joins what a check compares', async () => {
    const { page } = await open(review)
    await openDocument(page, 'new-rows')
    const sum = page.locator('.card').filter({ hasText: 'SUM_MISMATCH' }).first()
    await sum.click()
    const operands = page.locator('rect.operand')
    await expect.poll(() => operands.count()).toBeGreaterThan(1)
    expect(await page.locator('line.join').count()).toBe((await operands.count()) - 1)
  })

  test('links a field and its place both ways, by mouse and by focus', async () => {
    const { page } = await open(review)
    await openDocument(page, 'plain')
    const field = page.locator('.field[data-pointer="/records/0/projectName"]')
    const place = page.locator('rect[data-pointer="/records/0/projectName"]').first()
    const lit = (of: typeof field) => expect.poll(() => of.getAttribute('class')).toContain('lit')
    await field.hover()
    await lit(place)
    await page.locator('.field[data-pointer="/records/0/projectCode"]').hover()
    await expect.poll(() => place.getAttribute('class')).not.toContain('lit')
    await place.hover()
    await lit(field)
    await page.locator('.field[data-pointer="/records/0/projectCode"]').focus()
    await lit(page.locator('rect[data-pointer="/records/0/projectCode"]').first())
  })

  test('marks the places of a text', async () => {
    const { page } = await open(review)
    await openDocument(page, 'text.txt')
    const field = page.locator('.field[data-pointer="/records/0/costs/0/totalThousandYen"]')
    await field.hover()
    const mark = page.locator('mark.lit')
    await expect.poll(() => mark.allInnerTexts()).toEqual(['192,788'])
  })

  test('is settled by keyboard: the decisions are applied, and a second run asks nothing', async () => {
    const { page } = await open(review)
    await openDocument(page, 'another-unit')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').innerText()).toContain('next and previous doubt')
    await page.keyboard.press('Escape')
    const cards = page.locator('.card')
    const input = inputs[1] as string
    const decisions = join(folder, 'decisions.jsonl')
    const current = page.locator('.card.current')
    // The first is corrected, the second unreadable and taken back; all others are right as they are.
    const corrected = await current.getAttribute('data-question')
    await page.keyboard.press('c')
    await page.getByLabel('As it is printed').fill('12,345')
    await page.keyboard.press('Enter')
    const following = await current.getAttribute('data-question')
    expect(following).not.toBe(corrected)
    await page.keyboard.press('u')
    await page.keyboard.press('p')
    expect(await current.getAttribute('data-question')).toBe(following)
    expect(await current.innerText()).toContain('unreadable')
    await page.keyboard.press('z')
    expect(await current.innerText()).not.toContain('unreadable')
    const count = await cards.count()
    expect(count).toBeGreaterThanOrEqual(8)
    for (let left = count - 1; left > 0; left -= 1) await page.keyboard.press('a')
    expect(await saved(page)).toHaveLength(count)

    const output = join(folder, 'after.json')
    const again = [input, '--decisions', decisions, '--provenance', '-o', output, '--overwrite', '--strict']
    expect(run(['extract', ...again]).code).toBe(0)
    const [doc] = parsed(output)
    const record = doc?.records[0] as { costs: { projectCostThousandYen: number }[] }
    expect(record.costs[0]?.projectCostThousandYen).toBe(12345)
    expect(doc?.provenance?.[corrected ?? '']?.[0]).toMatchObject({ byHand: true })
    const told = doc?.diagnostics.find(({ pointer }) => pointer === corrected)
    expect(told).toMatchObject({ severity: 'info', settled: { decision: 'corrected' } })

    const second = join(folder, 'second')
    run(['review', input, '--decisions', decisions, '-o', second, '-q'])
    const { page: next } = await open(second)
    await openDocument(next, 'another-unit')
    expect(await next.locator('.left').innerText()).toBe('Nothing is left to decide.')
    expect(await next.locator(`.field[data-pointer="${corrected}"]`).innerText()).toContain('corrected')
  }, 120_000)

  test('shows hostile names and values as text, and runs nothing of them', async () => {
    const { page, asked, wrong } = await open(review)
    await openDocument(page, 'onerror')
    expect(await page.locator('h2').first().innerText()).toBe('<img src=x onerror=alert(1)>.txt')
    expect(await page.locator('pre.text').innerText()).toContain('</script><script>globalThis.ran = 1</script>')
    expect(await page.evaluate('globalThis.ran')).toBeUndefined()
    expect(await page.locator('#review img').count()).toBe(0)
    expect(asked.filter(url => !url.startsWith('file://'))).toEqual([])
    expect(wrong).toEqual([])
  })

  test('holds hundreds of documents, of which only those in view are there', async () => {
    const many = join(folder, 'many')
    cpSync(review, many, { recursive: true })
    const listed = { form: '事業評価調書', pages: null, grade: 'check', doubts: 1, byHand: 0, coverage: 0.9 } as const
    const documents = Array.from({ length: 650 }, (_, index) => ({ ...listed, name: `sheet-${index + 1}.pdf` }))
    writeFileSync(join(many, 'list.js'), listScript({ key: 'many', language: 'ja', failures: [], documents }))
    const { page } = await open(many)
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('651')
    expect(await page.getByRole('row').count()).toBeLessThan(80)
    await page.locator('.scroller').evaluate((list: { scrollTop: number; scrollHeight: number }) => {
      list.scrollTop = list.scrollHeight
    })
    await expect.poll(() => page.getByRole('link').last().innerText()).toBe('sheet-650.pdf')
  })
})
