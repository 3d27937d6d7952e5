import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run, temporaryFolder } from './run.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const commands = ['extract', 'diff', 'history', 'detect', 'schema', 'validate', 'inspect']

describe('help and version', () => {
  it('prints the version of package.json', () => {
    expect(run(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('names every command', () => {
    const { code, stdout, stderr } = run(['--help'])
    expect([code, stderr]).toEqual([0, ''])
    for (const command of commands) expect(stdout).toContain(`\n  ${command} `)
  })

  it.each(commands)('%s --help has examples and exit codes', command => {
    const { code, stdout, stderr } = run([command, '--help'])
    expect([code, stderr]).toEqual([0, ''])
    const examples = stdout.split('\n').filter(line => line.startsWith(`  $ sapporo-eval ${command}`))
    expect(examples.length).toBeGreaterThanOrEqual(2)
    expect(examples.length).toBeLessThanOrEqual(4)
    expect(stdout).toContain('Exit codes:\n  0 ')
  })

  it('loads neither the schema library nor a reader nor a layout for --help and --version', () => {
    for (const args of [['--help'], ['--version'], ['extract', '--help']]) {
      const loaded = modulesLoadedBy(args)
      expect(loaded).toContain('cli/main.ts')
      expect(loaded.filter(name => /zod|csv-stringify|tinyglobby|pdf/.test(name))).toEqual([])
      // The help names the endings of documents, which the readers know; grouping is a function of its own.
      const stages = loaded.filter(name => /^(readers|walks|normalise|pipeline|document)/.test(name))
      expect(stages.filter(name => !['readers/endings.ts', 'document/group-by.ts'].includes(name))).toEqual([])
      expect(loaded.filter(name => name.startsWith('writers/')).sort()).toEqual([
        'writers/formats.ts',
        'writers/writer.ts',
      ])
      expect(loaded.filter(name => name.startsWith('layouts/'))).toEqual(['layouts/ids.ts'])
    }
  })
})

/** The modules that a run loads: those of the tool by their path below src, others by their path below node_modules. */
function modulesLoadedBy(args: readonly string[]): string[] {
  // Written at once: from Node.js 24 on the process may end before a loader thread's console has said its last lines.
  const hook = `import { writeSync } from 'node:fs'
    export async function load(url, context, next) { writeSync(2, 'loads ' + url + '\\n'); return next(url, context) }`
  const register = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hook))})`
  const { lines } = run(args, { node: ['--import', dataUrl(register)] })
  const files = lines.filter(line => line.startsWith('loads file:')).map(line => line.slice('loads '.length))
  return files.flatMap(modulesIn).map(path => path.replace(/^.*?\/(?:src|node_modules)\//, ''))
}

/** What went into a file of the bundle, as its source map tells; any other file is itself. */
function modulesIn(url: string): string[] {
  const map = new URL(`${url}.map`)
  return existsSync(map) ? (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources : [url]
}

const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

describe('wrong usage is exit code 2, one line, and nothing on standard output', () => {
  const rows: [why: string, args: string[], said: RegExp][] = [
    [
      'unknown command',
      ['extrakt'],
      /^sapporo-eval: command line: USAGE: unknown command 'extrakt' \(Did you mean extract\?; see/,
    ],
    ['a file without a command', ['report.pdf'], /: USAGE: unknown command 'report.pdf'/],
    ['unknown option', ['extract', 'a.txt', '--pag', '1'], /^sapporo-eval: extract: USAGE: unknown option '--pag'/],
    ['no input', ['extract'], /USAGE: no input is named \(name files or folders, or give a list with --files-from\)$/],
    [
      'a list of nothing',
      ['extract', '--files-from', '-'],
      /: the list "-" names no input \(put a path on each line\)$/,
    ],
    ['a drawing without a name', ['inspect', 'a.pdf', '-o', ''], /-o: USAGE: the path is empty \(/],
    ['no input to detect', ['detect'], /USAGE: missing required argument/],
    ['no file to validate', ['validate'], /USAGE: missing required argument/],
    ['unknown format', ['extract', 'a.txt', '-f', 'xml'], /USAGE: .*'xml' is invalid/],
    ['unknown encoding', ['extract', 'a.txt', '-f', 'csv', '--encoding', 'sjis'], /USAGE: .*'sjis' is invalid/],
    ['pages that run backwards', ['extract', 'a.txt', '--pages', '3-1'], /USAGE: .*'3-1' is invalid/],
    ['page 0', ['extract', 'a.txt', '--pages', '0'], /USAGE: .*'0' is invalid/],
    ['pages that are none', ['extract', 'a.txt', '--pages', '1,,2'], /USAGE: .*'1,,2' is invalid/],
    ['a coverage in percent', ['extract', 'a.txt', '--min-coverage', '98'], /USAGE: .*'98' is invalid/],
    ['two passwords', ['extract', 'a.txt', '--password', 'a', '--password-file', 'b'], /USAGE: .*cannot be used with/],
    ['a table of JSON', ['extract', 'a.txt', '--table', 'findings'], /--table: USAGE: it has no effect on json output/],
    ['an encoding of JSON', ['extract', 'a.txt', '--encoding', 'cp932'], /--encoding: USAGE: it has no effect on json/],
    [
      'places in CSV',
      ['extract', 'a.txt', '-f', 'csv', '--provenance'],
      /--provenance: USAGE: it has no effect on csv/,
    ],
    [
      'a file whose ending no format has',
      ['extract', 'a.txt', '-o', 'out.xls'],
      /-o: USAGE: no format is known by the ending "\.xls" \(known: \.json \.jsonl \.csv.*; any other ending needs -f\)/,
    ],
    [
      'a file whose ending is that of another format',
      ['extract', 'a.txt', '-f', 'csv', '-o', 'out.json'],
      /-o: USAGE: "out\.json" is a name for json, and -f says csv/,
    ],
    [
      'a licence with nowhere to stand',
      ['extract', 'a.txt', '-f', 'csv', '--licence', 'CC-BY-4.0'],
      /--licence: USAGE: it goes into datapackage.json, and none is written/,
    ],
    ['an address that is none', ['extract', 'a.txt', '--source-url', 'city'], /USAGE: .*'city' is invalid/],
    [
      'a drawing that is no drawing',
      ['inspect', 'a.pdf', '-o', 'page.png'],
      /-o: USAGE: .*"\.png" \(end the name in \.svg\)/,
    ],
    [
      'tables under a name for pictures',
      ['inspect', 'a.pdf', '--tables', '-o', 'a.svg'],
      /-o: USAGE: .* \.json or \.csv\)/,
    ],
    ['unknown layout', ['extract', 'a.txt', '--layout', 'minutes'], /--layout: USAGE: there is no layout "minutes"/],
  ]
  it.each(rows)('%s', (_, args, said) => {
    const { code, stdout, lines } = run(args, { cwd })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(said)
    expect([code, stdout]).toEqual([2, ''])
  })

  it('without any argument shows the help, on standard error', () => {
    const { code, stdout, stderr } = run([])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage: sapporo-eval')
  })
})

const cwd = temporaryFolder()
