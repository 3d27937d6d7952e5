import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { htmlOf } from './html.ts'
import type { Print } from './model.ts'
import { pdfOf } from './paint.ts'

export type Producer = 'own' | 'chromium' | 'writer'

const programs = { chromium: '/usr/bin/chromium', writer: '/usr/bin/soffice' }

/** What must be there for each: an office without its writer prints no text. */
const parts = { chromium: [programs.chromium], writer: [programs.writer, '/usr/lib/libreoffice/program/libswlo.so'] }

/** Our own PDF writer, and the programs of others that are installed. */
export function producersHere(): Producer[] {
  const others = Object.entries(parts).filter(([, paths]) => paths.every(path => existsSync(path)))
  return ['own', ...others.map(([name]) => name as Producer)]
}

/** The print as a PDF of a producer; files on the way stand in the folder. */
export function printedBy(producer: Producer, print: Print, folder: string): Uint8Array {
  if (producer === 'own') return pdfOf(print)
  const own = join(folder, 'print')
  mkdirSync(own, { recursive: true })
  const [html, pdf] = [join(own, 'page.html'), join(own, 'page.pdf')]
  writeFileSync(html, htmlOf(print))
  const profile = join(folder, 'profile')
  if (producer === 'chromium')
    run(programs.chromium, [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${profile}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      html,
    ])
  else
    run(programs.writer, [
      '--headless',
      `-env:UserInstallation=file://${profile}`,
      '--infilter=HTML (StarWriter)',
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      own,
      html,
    ])
  return new Uint8Array(readFileSync(pdf))
}

const run = (program: string, args: readonly string[]): void => {
  execFileSync(program, args, { stdio: 'ignore', timeout: 120_000 })
}
