import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defineConfig, type Plugin, rolldown } from 'rolldown'
import { licencesOf } from './licences.config.ts'
import { ownStyles } from './src/app/page/styles.ts'
import { styles } from './src/review/view/styles.ts'

/** The page for browsers: one file that holds everything, as a page that is opened from a disk can load nothing. */

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** Files of ours that a page has others in place of, or does without: what they give is never asked for there. */
const replaced: readonly (readonly [file: string, code: string])[] = [
  ['src/platform/index.ts', `export * from ${JSON.stringify(join(process.cwd(), 'src/platform/browser.ts'))}`],
  ['src/version.ts', `export const version = ${JSON.stringify(version)}`],
  ['src/findings/index.ts', 'export const loadFinder = undefined'],
]

const forBrowsers: Plugin = {
  name: 'for-browsers',
  load(id) {
    return replaced.find(([file]) => join(process.cwd(), file) === id)?.[1]
  },
}

const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64')

/** Packed as the page unpacks it. */
const packed = (data: string | Uint8Array): string => base64(gzipSync(data, { level: 9 }))

/** The script of the worker, and the licences of what is in it. */
async function workerCode(): Promise<{ readonly code: string; readonly licences: string }> {
  const bundle = await rolldown({
    input: 'src/app/worker/worker.ts',
    platform: 'browser',
    plugins: [forBrowsers],
    transform: {
      // The library that writes CSV takes it to be there.
      inject: { Buffer: [join(process.cwd(), 'src/platform/browser.ts'), 'Buffer'] },
      // Where a module lies is asked for only where the engine is not given as bytes.
      define: { 'import.meta.url': '"file:///"' },
    },
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false })
  return { code: output[0].code, licences: licencesOf(output) }
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Only what stands in the page may run, and nothing can be loaded or sent; the engine is WebAssembly, the worker is made of a Blob. */
const policyFor = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'img-src blob: data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

function pageOf(script: string, parts: { readonly [id: string]: string }, licences: string): string {
  const style = styles + ownStyles
  const held = Object.entries(parts).map(([id, text]) => `<script type="application/gzip" id="${id}">${text}</script>`)
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(script, style)}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>札幌市 評価関係文書のデータ化</title>
<style>${style}</style>
<body>
<noscript>JavaScriptを有効にしてください。 This page needs JavaScript.</noscript>
${held.join('\n')}
<script type="text/plain">
${licences}</script>
<script>${script}</script>
`
}

/** Puts everything into one page, in place of the script that was bundled. */
const inOnePage: Plugin = {
  name: 'in-one-page',
  async generateBundle(_, bundle) {
    const [[name, chunk] = []] = Object.entries(bundle)
    if (!name || chunk?.type !== 'chunk') throw new Error('the page has no script')
    delete bundle[name]
    const engine = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
    const { code, licences } = await workerCode()
    const parts = { worker: packed(code), engine: packed(engine) }
    const source = pageOf(chunk.code.replaceAll('</script', '<\\/script'), parts, licences)
    this.emitFile({ type: 'asset', fileName: 'index.html', source })
  },
}

export default defineConfig({
  input: 'src/app/page/page.ts',
  platform: 'browser',
  plugins: [inOnePage],
  output: { dir: 'dist/app', cleanDir: true, format: 'iife', minify: true },
})
