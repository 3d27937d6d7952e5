import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { hasBrowser, startBrowser } from '../helpers/browser.ts'

/** A page of a review that a person has open, and what it did besides. */
export interface Opened {
  readonly page: Page
  /** The addresses of all that it asked for. */
  readonly asked: string[]
  /** What went wrong in it: errors of scripts, and all that its policy forbids. */
  readonly wrong: string[]
}

/** Opens the page of a review in a browser that all tests of the file share; there is no network. */
export function browsing(): (folder: string) => Promise<Opened> {
  let browser: Browser
  beforeAll(async () => {
    if (hasBrowser) browser = await startBrowser()
  })
  afterAll(async () => browser?.close())
  return async folder => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, offline: true })
    const page = await context.newPage()
    const opened: Opened = { page, asked: [], wrong: [] }
    page.on('request', request => opened.asked.push(request.url()))
    page.on('console', message => message.type() === 'error' && opened.wrong.push(message.text()))
    page.on('pageerror', error => opened.wrong.push(error.message))
    page.on('dialog', dialog => {
      opened.wrong.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(pathToFileURL(`${folder}/index.html`).href)
    return opened
  }
}

/** Opens the document of a name from the list. */
export async function openDocument(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('row').getByRole('link').first().click()
  await page.locator('.desk').waitFor()
}
