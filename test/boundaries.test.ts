import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const src = new URL('../src/', import.meta.url).pathname

/** What each stage may import besides itself: the arrows point one way, towards document, normalise, diagnostics and messages. */
const allowed: { readonly [stage: string]: readonly string[] } = {
  app: ['review', 'readers', 'layouts', 'walks', 'writers', 'document', 'diagnostics', 'messages', 'platform', '.'],
  cli: [
    '.',
    'cli',
    'batch',
    'inspect',
    'review',
    'compare',
    'readers',
    'layouts',
    'writers',
    'walks',
    'document',
    'normalise',
    'diagnostics',
    'messages',
  ],
  library: ['.', 'batch', 'readers', 'layouts', 'writers', 'walks', 'document', 'diagnostics', 'messages'],
  batch: ['messages', '.', 'readers', 'layouts', 'walks', 'diagnostics', 'document'],
  '.': [
    'messages',
    'library',
    'batch',
    'readers',
    'layouts',
    'walks',
    'findings',
    'writers',
    'document',
    'normalise',
    'diagnostics',
    'platform',
  ],
  inspect: ['messages', 'readers', 'layouts', 'walks', 'document', '.'],
  compare: ['document', 'messages', 'review', 'walks', 'platform', '.'],
  review: ['messages', 'readers', 'layouts', 'walks', 'writers', 'document', 'diagnostics', '.'],
  walks: ['messages', 'layouts', 'document', 'normalise', 'diagnostics', '.'],
  writers: ['messages', 'walks', 'document', 'normalise', 'diagnostics', 'platform', '.'],
  layouts: ['messages', 'document', 'normalise', 'diagnostics'],
  findings: ['messages', 'document', 'normalise', 'diagnostics'],
  readers: ['messages', 'document', 'normalise', 'platform', '.'],
  diagnostics: ['messages', 'document'],
  document: ['messages', 'normalise'],
  normalise: [],
  messages: [],
  platform: [],
}

/** The top level's own small files that every stage may use. */
const sharedFiles = ['failures.ts', 'envelope.ts', 'version.ts', 'told.ts']

/** Packages and the one file through which each enters. */
const gates: { readonly [name: string]: RegExp } = {
  diff: /^compare\/diff\/words\.ts$/,
  commander: /^cli\//,
  zod: /^(layouts\/|walks\/|cli\/config\/apply\.ts$)/,
  'csv-stringify': /^writers\/csv\/csv\.ts$/,
  fflate: /^writers\/xlsx\/zip\.ts$/,
  'hyparquet-writer': /^writers\/parquet\/parquet\.ts$/,
  pako: /^platform\/browser\/inflate\.ts$/,
  '@noble/hashes': /^platform\/browser\.ts$/,
  'csv-parse': /^writers\/csv\/read-csv\.ts$/,
  kuromoji: /^findings\/lattice\.ts$/,
  tinyglobby: /^cli\/inputs\/globs\.ts$/,
  htmlparser2: /^readers\/markup\/html\/html\.ts$/,
  rbush: /^readers\/pdf\/place-index\.ts$/,
  'get-east-asian-width': /^cli\/columns\/width\.ts$/,
  'pdf-parse': /^readers\/pdf-text\/parser\.ts$/,
  '@embedpdf/pdfium': /^readers\/pdf\/engine\/library\/pdfium-library\.ts$/,
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))

const importsOf = (file: string): string[] =>
  ts.preProcessFile(readFileSync(join(src, file), 'utf8')).importedFiles.map(found => found.fileName)

const stageOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] as string) : '.')

/** What runs in a browser too begins at these; probable misreadings, and so their dictionary, are looked for in Node alone. */
const inBrowsers = ['app/worker/worker.ts', 'app/page/page.ts', 'review/view/page.ts']

/** The files that a file imports, those of which it takes types alone as well. */
const ownImportsOf = (file: string): string[] =>
  importsOf(file)
    .filter(target => target.startsWith('.'))
    .map(target => relative(src, join(src, dirname(file), target)))

/** A file without comments. */
const codeOf = (file: string): string =>
  readFileSync(join(src, file), 'utf8').replace(/\/\*\*?\s[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm, '')

const typeImports = /^(?:import|export) type [^'"]*from '[^']*'$/gm

/** Files with all that they load, each with its code. */
function loadedBy(entries: readonly string[]): Map<string, string> {
  const loaded = new Map<string, string>()
  const waiting = [...entries]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file) || file.startsWith('findings/')) continue
    const code = codeOf(file)
    loaded.set(file, code)
    const targets = ts.preProcessFile(code.replace(typeImports, '')).importedFiles.map(found => found.fileName)
    for (const target of targets)
      if (target.startsWith('.')) waiting.push(relative(src, join(src, dirname(file), target)))
  }
  return loaded
}

function crossings(file: string): string[] {
  const stage = stageOf(file)
  return ownImportsOf(file)
    .filter(target => stageOf(target) !== stage)
    .filter(target => !(allowed[stage] ?? []).includes(stageOf(target)))
    .map(target => `${file} → ${target}`)
}

/** The files that stand in a circle of imports, or between two: what is left when none imports, or is imported by, nothing of the rest. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Set(imports.keys())
  const leadsOn = (file: string) => imports.get(file)?.some(target => left.has(target)) === true
  const isReached = (file: string) => [...left].some(other => imports.get(other)?.includes(file))
  const isFree = (file: string) => !leadsOn(file) || !isReached(file)
  for (let free = [...left].filter(isFree); free.length > 0; free = [...left].filter(isFree))
    for (const file of free) left.delete(file)
  return [...left].sort()
}

/**
 * A step between two rooms of one folder, as `folder: from → to`; undefined for one within a room, between stages, or to or from a file
 * that lies in the folder itself, as rooms have such files above and below them.
 */
function stepBetweenRooms(file: string, target: string): { readonly from: string; readonly to: string } | undefined {
  const [own, other] = [file.split('/'), target.split('/')]
  const apart = own.findIndex((name, index) => name !== other[index])
  if (apart < 1 || apart >= own.length - 1 || apart >= other.length - 1) return undefined
  return { from: own.slice(0, apart + 1).join('/'), to: other.slice(0, apart + 1).join('/') }
}

/** The rooms that each room imports. */
function roomImports(imports: readonly (readonly [file: string, target: string])[]): Map<string, string[]> {
  const rooms = new Map<string, string[]>()
  for (const [file, target] of imports) {
    const step = stepBetweenRooms(file, target)
    if (step) rooms.set(step.from, [...(rooms.get(step.from) ?? []), step.to])
  }
  for (const to of [...rooms.values()].flat()) if (!rooms.has(to)) rooms.set(to, [])
  return rooms
}

describe('imports point one way', () => {
  it('never leads back to where it came from', () => {
    const circle = { 'a.ts': ['b.ts'], 'b.ts': ['c.ts', 'd.ts'], 'c.ts': ['a.ts'], 'd.ts': [], 'e.ts': ['a.ts'] }
    expect(circlesIn(new Map(Object.entries(circle)))).toEqual(['a.ts', 'b.ts', 'c.ts'])
    expect(circlesIn(new Map(files.map(file => [file, ownImportsOf(file)])))).toEqual([])
  })

  it('never leads from a room back to one that it came from, also by other files', () => {
    const there = ['a/x/1.ts', 'a/y/1.ts'] as const
    expect(circlesIn(roomImports([there, ['a/y/2.ts', 'a/x/2.ts']]))).toEqual(['a/x', 'a/y'])
    expect(circlesIn(roomImports([there, ['a/y/2.ts', 'a/z.ts'], ['a/z.ts', 'a/x/2.ts']]))).toEqual([])
    const rooms = roomImports(files.flatMap(file => ownImportsOf(file).map(target => [file, target] as const)))
    expect(rooms.size).toBeGreaterThan(50)
    expect(circlesIn(rooms)).toEqual([])
  })

  it('crosses no stage backwards', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(files.flatMap(crossings)).toEqual([])
  })

  it('reaches the top level only through its shared files', () => {
    const inner = files.filter(file => !['.', 'app', 'cli', 'library', 'batch'].includes(stageOf(file)))
    const upward = inner.flatMap(file =>
      ownImportsOf(file)
        .filter(target => stageOf(target) === '.' && !sharedFiles.includes(target))
        .map(target => `${file} → ${target}`),
    )
    expect(upward).toEqual([])
  })

  it('lets no layout see another', () => {
    const own = (file: string) => file.split('/').slice(0, 2).join('/')
    const inLayout = files.filter(file => /^layouts\/(?!kit\/)[^/]+\//.test(file))
    const across = inLayout.flatMap(file =>
      ownImportsOf(file)
        .filter(target => /^layouts\/(?!kit\/)[^/]+\//.test(target) && own(target) !== own(file))
        .map(target => `${file} → ${target}`),
    )
    expect(across).toEqual([])
  })

  it('keeps the two sources of a form apart: cells and text know what lies above them, not each other', () => {
    const room = (file: string) => /^layouts\/[^/]+\/(cells|text|words)\//.exec(file)?.[1]
    const across = files
      .filter(file => file.startsWith('layouts/project-evaluation-sheet/') && room(file))
      .flatMap(file =>
        ownImportsOf(file)
          .filter(target => ![undefined, 'words', room(file)].includes(room(target)))
          .map(target => `${file} → ${target}`),
      )
    expect(across).toEqual([])
  })

  it('lets no form into the kit, nor into the document below it', () => {
    const shared = files.filter(file => /^(?:layouts\/kit|document)\//.test(file))
    expect(shared.length).toBeGreaterThan(15)
    const isOfForm = (target: string): boolean => /^layouts\/(?!kit\/)/.test(target)
    expect(shared.flatMap(file => ownImportsOf(file).filter(isOfForm))).toEqual([])
  })

  it('has one grid, one reading of heads and one rule for cut cells in the forms that are tables', () => {
    const inForms = files.filter(file => /^layouts\/(?:finding-table|recommendation-progress)\//.test(file))
    const source = (file: string) => readFileSync(join(src, file), 'utf8')
    expect(inForms.length).toBeGreaterThan(30)
    expect(inForms.filter(file => /\browSpan\b|\bopenBottom\b/.test(source(file)))).toEqual([])
  })

  it('asks for what is Node’s at the platform alone, in all that runs in a browser too', () => {
    const loaded = [...loadedBy(inBrowsers)].filter(([file]) => !file.startsWith('platform/'))
    expect(loaded.length).toBeGreaterThan(400)
    const ofNode =
      /from ['"]node:|import\(['"]node:|\b(?:process|require|setImmediate|global)[.(]|\b__dirname\b|import\.meta/
    const strangers = loaded.filter(([, code]) => ofNode.test(code)).map(([file]) => file)
    // The bundle for browsers has the number itself in place of it.
    expect(strangers).toEqual(['version.ts'])
    const isGiven = (code: string) =>
      /import (?:type )?\{[^}]*\bBuffer\b[^}]*\} from '[./]+platform\/index\.ts'/.test(code)
    expect(loaded.filter(([, code]) => /\bBuffer\b/.test(code) && !isGiven(code)).map(([file]) => file)).toEqual([])
  })

  it('lets each package in through its gate', () => {
    const strangers = files.flatMap(file =>
      importsOf(file)
        .filter(target => !target.startsWith('.') && !target.startsWith('node:'))
        .filter(target => !Object.entries(gates).some(([name, gate]) => target.startsWith(name) && gate.test(file)))
        .map(target => `${file} → ${target}`),
    )
    expect(strangers).toEqual([])
  })
})

describe('rooms', () => {
  const most = 15
  const folders = [...new Set(files.map(file => dirname(file)))].sort()

  it(`hold ${most} files at most`, () => {
    const held = folders.map(folder => [folder, files.filter(file => dirname(file) === folder).length] as const)
    expect(held.filter(([, count]) => count > most)).toEqual([])
  })

  it('are named in docs/architecture.md, those of stages and readers', () => {
    const page = readFileSync(join(src, '../docs/architecture.md'), 'utf8')
    const [, table = ''] = page.split('## The rooms\n')
    const rows = table.split('\n').filter(line => line.startsWith('| `'))
    const rooms = folders.filter(folder => folder.includes('/') && !/^(?:layouts|readers)\//.test(folder))
    const unnamed = rooms.filter(room => {
      const [stage, ...names] = room.split('/')
      const row = rows.find(line => line.startsWith(`| \`${stage}/\``))
      return names.some(name => !row?.includes(`\`${name}\``))
    })
    expect(unnamed).toEqual([])
  })
})
