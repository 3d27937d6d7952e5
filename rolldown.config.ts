import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import { licencesOf } from './licences.config.ts'

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  [of in 'dependencies' | 'optionalDependencies']: object
}

/**
 * Loaded from node_modules when they are used; all else goes into the bundle, as a run would spend most of its time on finding
 * hundreds of small files.
 */
const apart = Object.keys({ ...dependencies, ...optionalDependencies })

/** What every document needs is one file; --help asks for the names of the layouts alone, and who writes JSON for the number of a record. */
const everyRun =
  /[\\/]src[\\/](?:pipeline\.ts|document|layouts[\\/](?!ids)|walks[\\/](?!record-no|decisions[\\/]about)|readers[\\/](?!markup|pdf-text))/

/** What every run needs, also one that shows its help. */
const common =
  /[\\/]src[\\/](?:platform[\\/]|(?:failures|envelope|deadline|told)\.ts|messages[\\/]|layouts[\\/]ids|diagnostics[\\/](?:json-text|codes)|writers[\\/]formats|cli[\\/](?:columns[\\/]|exit-codes|language|inputs[\\/]endings|reporting[\\/](?:stderr|guards|grades)))/

/** What the processes that read share with who starts them, and the writers with one another. */
const shared =
  /[\\/]src[\\/](?:walks[\\/](?:record-no|decisions[\\/]about)|batch[\\/](?:ask|sources|read-apart|read-one|journal[\\/]errors|processes[\\/](?:lane|process)|worker[\\/](?:serve|engine))|writers[\\/](?:closest|errors|json[\\/]jsonl)|review[\\/]view[\\/]colours|cli[\\/]output[\\/]stdout)/

/** The commands, as far as they read no document; what writes tables needs their definitions. */
const commands =
  /[\\/]src[\\/](?:cli[\\/](?:misuse|inputs[\\/]|reporting[\\/]|output[\\/](?!offered|write-folder)|running[\\/](?!share)|commands[\\/](?:(?:extract|detect|inspect|validate)\.ts|apart[\\/]look\.ts))|build\.ts|batch[\\/](?:run|cache|journal|processes[\\/]staffing)|writers[\\/](?:files|sink|short-name|placing[\\/]|data-package[\\/]descriptor|sql[\\/]names))/

const tables =
  /[\\/]src[\\/](?:cli[\\/](?:output[\\/](?:offered|write-folder)|commands[\\/]schema)|writers[\\/](?:csv[\\/]|sql[\\/]scripts|new-folder|file-names|data-package[\\/](?:datapackage|package)))|csv-stringify|csv-parse/

/** Puts the licences of the packages beside the bundle that holds their code. */
const licences: Plugin = {
  name: 'licences',
  generateBundle(_, bundle) {
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: licencesOf(bundle) })
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
        // The watchdog loads nothing else.
        { name: 'limit-signal', test: /[\\/]limit-signal\.ts$/, priority: 7 },
        { name: 'common', test: common, priority: 6 },
        { name: 'shared', test: shared, priority: 5 },
        { name: 'stages', test: everyRun, priority: 4 },
        { name: 'commands', test: commands, priority: 3 },
        { name: 'tables', test: tables, priority: 1 },
      ],
    },
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
    // All that is loaded is read at every start. The source maps, which are not published, give the names back in the stacks of --debug.
    minify: { compress: true, mangle: { toplevel: true }, codegen: { removeWhitespace: true } },
  },
})

/** The schema of the output, without white space, by the library that was built before. */
const schema: Plugin = {
  name: 'schema',
  async generateBundle() {
    const { schemaOf } = await import(new URL('dist/index.js', import.meta.url).href)
    this.emitFile({ type: 'asset', fileName: 'schema.json', source: `${JSON.stringify(await schemaOf())}\n` })
  },
}

/** The types of the library as one file that needs no other: what is marked as internal is left out. */
const types = defineConfig({
  input: { index: 'src/index.ts' },
  external: id => !/^[./]/.test(id),
  plugins: [dts({ emitDtsOnly: true, tsconfig: 'tsconfig.build.json' }), schema],
  output: { dir: 'dist' },
})

/** What runs in a browser: one classic script, as a page on a disk can load no modules. */
const view = defineConfig({
  input: { view: 'src/review/view/page.ts' },
  platform: 'browser',
  output: { dir: 'dist', cleanDir: false, format: 'iife', entryFileNames: '[name].js', minify: true },
})

export default [program, types, view]
