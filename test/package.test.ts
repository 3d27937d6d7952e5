import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluationSheet, temporaryFolder } from './cli/run.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = temporaryFolder()
const installed = join(folder, 'node_modules/sapporo-eval')

interface Packed {
  readonly entryCount: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

const packed = (): Packed => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return JSON.parse(stdout)[0]
}

/** What is published, and what it cannot do without: as `npm i --omit=optional` leaves it. */
beforeAll(() => {
  for (const { path } of packed().files) {
    mkdirSync(dirname(join(installed, path)), { recursive: true })
    cpSync(join(root, path), join(installed, path))
  }
  cpSync(join(root, 'node_modules/@embedpdf'), join(folder, 'node_modules/@embedpdf'), { recursive: true })
})

const sizeOf = (path: string): number =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map(name => statSync(join(path, name)))
    .reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0)

describe('the package', () => {
  test('is small: fewer than 60 files, at most 1.5 MB, no source maps', () => {
    const { entryCount, unpackedSize, files } = packed()
    expect(entryCount).toBeLessThan(60)
    expect(unpackedSize).toBeLessThanOrEqual(1_500_000)
    expect(files.filter(({ path }) => path.endsWith('.map'))).toEqual([])
  })

  test('has every file that it names', () => {
    const { bin, exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    const named = [bin, ...Object.values(exports)].flatMap(each =>
      typeof each === 'string' ? each : Object.values(each),
    )
    expect(named).toHaveLength(5)
    for (const path of named as string[]) expect(statSync(join(installed, path)).size).toBeGreaterThan(0)
  })

  test('has one file of types that imports nothing and hides what is internal', () => {
    const types = readFileSync(join(installed, 'dist/index.d.ts'), 'utf8')
    expect(packed().files.filter(({ path }) => path.endsWith('.d.ts'))).toHaveLength(1)
    expect(types).not.toMatch(/^import |@internal|\bsaid\?/m)
  })
})

/** A program of somebody else, which uses all that the library has. */
const consumer = `
import { codes, detect, extract, schemaOf, tables, validate, type Code, type DocOf, type KnownDoc } from 'sapporo-eval'

const extraction = await extract(['a.pdf', { path: 'b.txt', bytes: new Uint8Array() }], { provenance: true })
export const totals: (number | null)[] = extraction.documents.flatMap((doc: KnownDoc) =>
  doc.layout === 'project-evaluation-sheet' ? doc.records.flatMap(record => record.costs.map(cost => cost.totalThousandYen)) : [],
)
// @ts-expect-error a finding has no costs
export const none = (doc: DocOf<'finding-table'>) => doc.records[0]?.costs
export const rows: readonly (string | number | boolean | null)[] = (await tables(extraction))[0]?.rows[0] ?? []
export const isValid: boolean = (await validate(extraction)).valid
export const fields: string[] = (await schemaOf({ table: 'findings' })).fields.map(field => field.name)
export const pages = (await detect('a.pdf')).inputs[0]?.runs[0]?.pages?.from
export const gravest: Code[] = codes.flatMap(each => (each.kind === 'diagnostic' && each.severity === 'error' ? [each.code] : []))
`

describe('a program of somebody else', () => {
  test.each([
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])('compiles against it: moduleResolution %s, library types checked', (moduleResolution, module) => {
    writeFileSync(join(folder, 'consumer.mts'), consumer)
    const options = { module, moduleResolution, target: 'es2022', lib: ['es2022'], types: [] as string[] }
    const compilerOptions = { ...options, strict: true, skipLibCheck: false, noEmit: true }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.mts'] }))
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
  })

  test('runs it, and finds the schema by its name', () => {
    const script = `
      import { codes, detect, extract, schemaOf, tables, validate } from 'sapporo-eval'
      import schema from 'sapporo-eval/schema.json' with { type: 'json' }
      const sheet = process.argv[2]
      const extraction = await extract(sheet)
      const costs = (await tables(extraction)).find(({ name }) => name === 'project_costs')
      console.log(JSON.stringify({
        total: costs.rows[0][costs.columns.findIndex(({ name }) => name === 'total_thousand_yen')],
        isValid: (await validate(extraction)).valid,
        layout: (await detect(sheet)).inputs[0].runs[0].layout,
        isSame: JSON.stringify(schema) === JSON.stringify(await schemaOf()),
        codes: codes.length > 40,
      }))`
    writeFileSync(join(folder, 'script.mjs'), script)
    const { stdout, stderr } = spawnSync(process.execPath, ['script.mjs', evaluationSheet], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stdout, stderr).not.toBe('')
    expect(JSON.parse(stdout)).toEqual({
      total: 192788,
      isValid: true,
      layout: 'project-evaluation-sheet',
      isSame: true,
      codes: true,
    })
  })
})

describe('without the optional packages', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(installed, 'bin/sapporo-eval.js'), ...args], { encoding: 'utf8' })
  const pdf = join(root, 'fixtures/readers/pdf/across-rows.pdf')

  test('it takes less than 30 MB and reads PDFs and texts', () => {
    expect(sizeOf(join(folder, 'node_modules'))).toBeLessThan(30_000_000)
    expect(run('extract', evaluationSheet, '-q').status).toBe(0)
    expect(run('detect', pdf).stdout).toContain('page 1')
  })

  test.each([
    ['--findings', 'kuromoji', ['extract', evaluationSheet, '--findings']],
    ['--reader text', 'pdf-parse', ['extract', pdf, '--reader', 'text']],
  ])('%s says that it needs %s', (option, name, args) => {
    const english = run(...args)
    expect([english.status, english.stderr]).toEqual([1, expect.stringContaining('PACKAGE_MISSING')])
    expect(english.stderr).toContain(`${option} needs the package ${name}, which is not installed`)
    expect(run(...args, '--lang', 'ja').stderr).toContain(`パッケージ${name}がありません。`)
  })
})

/** The modules that a module of the package cannot be loaded without, however far away. */
function loadedWith(name: string, known = new Set<string>()): Set<string> {
  for (const [, other] of readFileSync(join(root, 'dist', name), 'utf8').matchAll(/(?:from|import)"\.\/([^"]+)"/g))
    if (!known.has(other as string)) loadedWith(other as string, known.add(other as string))
  return known
}

test('the commands start without what reads documents: a process of its own does that', () => {
  const commands = readdirSync(join(root, 'dist')).find(name => /^commands-.*\.js$/.test(name)) as string
  const loaded = [...loadedWith(commands)]
  expect(loaded.some(name => name.startsWith('common-'))).toBe(true)
  expect(loaded.filter(name => /^(?:stages|tables)-/.test(name))).toEqual([])
})
