import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = '/usr/bin/chromium'

/** Tests in a browser are left out where there is none, but never in CI. */
export const hasBrowser = existsSync(executablePath) || process.env.CI === 'true'

/** Debian's Chromium; as root it runs only without its sandbox. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
