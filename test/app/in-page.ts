import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const address = new URL('../../dist/app/index.html', import.meta.url)

/** A page, and what it asked for or showed that it should not: requests to elsewhere, dialogs, errors. */
export interface Opened {
  readonly context: BrowserContext
  readonly page: Page
  readonly strange: string[]
}

/** The page as it is opened from the disk, without a network. */
export async function opened(browser: Browser, locale: string): Promise<Opened> {
  const context = await browser.newContext({ locale, offline: true })
  const page = await context.newPage()
  const strange: string[] = []
  page.on('request', request => {
    if (!/^(?:blob|data):/.test(request.url()) && request.url() !== address.href) strange.push(request.url())
  })
  page.on('dialog', dialog => {
    strange.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', error => strange.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') strange.push(message.text())
  })
  await page.goto(address.href)
  await page.waitForSelector('input[type=file]', { state: 'attached' })
  return { context, page, strange }
}

/** A file to be given to the page. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Chooses files, and waits until they are read; gives what the page says of them. */
export async function chosen(page: Page, files: readonly GivenFile[]): Promise<string> {
  await choose(page, files)
  return said(page)
}

export const choose = (page: Page, files: readonly GivenFile[]): Promise<void> =>
  page.setInputFiles(
    'input[type=file]',
    files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
  )

/** What the page says once nothing is being read. */
export async function said(page: Page): Promise<string> {
  return (await page.textContent('.app:not(:has(.reading)) .told:not(:empty)', { timeout: 120_000 })) as string
}

/** Drops files on the page, as a person does who drags them from a folder. */
export async function drop(page: Page, files: readonly GivenFile[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString('base64') }))
  const transfer = await page.evaluateHandle(list => {
    const { DataTransfer: Transfer } = globalThis as unknown as { DataTransfer: new () => { items: Set<File> } }
    const made = new Transfer()
    for (const { name, text } of list)
      made.items.add(new File([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))], name))
    return made
  }, given)
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer })
}

/** Presses a button that saves; gives the name and the bytes of the file. */
export async function saved(page: Page, button: string): Promise<GivenFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`button:text-is("${button}")`)])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}
