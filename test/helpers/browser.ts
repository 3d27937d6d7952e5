import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** Tests in a browser are left out where there is none, but never in CI. */
export const hasBrowser = existsSync(chromiumPath) || process.env.CI === 'true'

/** Debian's Chromium; as root it runs only without its sandbox. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
