import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }

/**
 * Loaded from node_modules when they are used; all else goes into the bundle, as a run would spend most of its time on finding
 * hundreds of small files. zod is in the bundle too: it is a dependency for the types of the library only.
 */
const apart = Object.keys(dependencies).filter(name => name !== 'zod')

/** What every document needs is one file; --help asks for the names of the layouts alone, and who writes JSON for the number of a record. */
const everyRun = /[\\/]src[\\/](?:document|layouts[\\/](?!ids)|walks[\\/](?!record-no)|readers[\\/](?!markup|pdf-text))/

/** What those need too who read no document themselves. */
const common = /[\\/]src[\\/](?:platform[\\/].*|failures|failure-messages|envelope|deadline|build)\.ts$/

const packageOf = (module: string): string | undefined =>
  /^(?<folder>.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.groups?.folder

/** The licence of a package, as it lies there. */
function licenceOf(folder: string): string {
  const name = folder.replace(/^.*\/node_modules\//, '')
  const files = readdirSync(folder).filter(file => /^(licen[cs]e|copying|notice)/i.test(file))
  if (files.length === 0) throw new Error(`${name} comes without the licence that must go with its code`)
  return [name, ...files.map(file => readFileSync(join(folder, file), 'utf8').trim())].join('\n\n')
}

/** Puts the licences of the packages beside the bundle that holds their code. */
const licences: Plugin = {
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? Object.keys(file.modules) : []))
    const folders = [...new Set(modules.flatMap(module => packageOf(module) ?? []))].sort()
    const source = `${folders.map(licenceOf).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source })
  },
}

const installed = (name: string): string =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version

/** Puts beside the bundle what tells it from any other: what it reads with, and how. `src/build.ts` looks for it there. */
const buildId: Plugin = {
  name: 'build-id',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
    const hash = createHash('sha256')
    for (const { fileName, code } of chunks.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1)))
      hash.update(`${fileName}\0${code}\0`)
    for (const name of apart) hash.update(`${name} ${installed(name)}\0`)
    this.emitFile({ type: 'asset', fileName: 'build.txt', source: `${hash.digest('hex').slice(0, 16)}\n` })
  },
}

const program = defineConfig({
  // Each becomes a file of its own at the top of dist, and so does what they share: `./worker.js` is found from any of them.
  input: {
    'cli/main': 'src/cli/main.ts',
    index: 'src/index.ts',
    worker: 'src/batch/worker/worker.ts',
    watchdog: 'src/batch/processes/watchdog.ts',
    'look-worker': 'src/cli/commands/apart/look-worker.ts',
  },
  platform: 'node',
  external: id => apart.some(name => id === name || id.startsWith(`${name}/`)),
  plugins: [licences, buildId],
  output: {
    dir: 'dist',
    cleanDir: true,
    codeSplitting: {
      groups: [
        { name: 'common', test: common, priority: 1 },
        { name: 'record-no', test: /[\\/]walks[\\/]record-no\.ts$/, priority: 1 },
        { name: 'stages', test: everyRun },
      ],
    },
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
    // Names stay for the stacks of --debug; white space and comments would be read at every start.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
})

/** What runs in a browser: one classic script, as a page on a disk can load no modules. */
const view = defineConfig({
  input: { view: 'src/review/view/page.ts' },
  platform: 'browser',
  output: { dir: 'dist', cleanDir: false, format: 'iife', entryFileNames: '[name].js', minify: true },
})

export default [program, view]
