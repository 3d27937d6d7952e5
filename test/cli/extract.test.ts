import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { own } from '../batch/helpers.ts'
import { codesOf, evaluationSheet, findingTable, run, shell, temporaryFolder } from './run.ts'

const root = temporaryFolder()
const sheet = join(root, 'sheet.txt')
const table = join(root, 'table.txt')
copyFileSync(evaluationSheet, sheet)
copyFileSync(findingTable, table)

function put(name: string, bytes: string | Uint8Array): string {
  writeFileSync(join(root, name), bytes)
  return name
}

const extract = (...args: string[]) => run(['extract', ...args], { cwd: root })
const jsonOf = (text: string) => JSON.parse(text)
const layoutsOf = (text: string): string[] => jsonOf(text).documents.map((doc: { layout: string }) => doc.layout)

const empty = put('empty.txt', '')
const binary = put('binary.bin', Uint8Array.of(0, 1, 2, 255, 254, 0))
const other = put('other.txt', '本日の議事は以上です。\n')
const doubtful = put('doubtful.txt', `${readFileSync(sheet, 'utf8')}\nこれはどの欄にも属さない文である。\n`)

describe('what is written to standard output is data only', () => {
  it('JSON of all that was read, on one line behind a pipe', () => {
    const ran = extract('sheet.txt', 'table.txt')
    expect(ran.code).toBe(0)
    expect(layoutsOf(ran.stdout)).toEqual(['project-evaluation-sheet', 'finding-table'])
    expect(ran.stdout.indexOf('\n')).toBe(ran.stdout.length - 1)
    expect(jsonOf(ran.stdout).inputs.map((input: { path: string }) => input.path)).toEqual(['sheet.txt', 'table.txt'])
  })

  it('JSON Lines: a line per document and per record', () => {
    const { code, stdout } = extract('table.txt', '-f', 'jsonl')
    const lines = stdout.trimEnd().split('\n').map(jsonOf)
    expect(code).toBe(0)
    expect(lines[0].document.layout).toBe('finding-table')
    expect(lines.slice(1).map(line => line.recordNo)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('CSV: the main table, or the one that is named', () => {
    expect(extract('table.txt', '-f', 'csv').stdout).toMatch(/^municipality_code,source,source_page,record_no,/)
    expect(extract('table.txt', '-f', 'csv').stdout.match(/^011002,table\.txt,,\d+,/gm)).toHaveLength(7)
    const costs = extract('sheet.txt', '-f', 'csv', '--table', 'project_costs', '--headers', 'ja').stdout
    expect(costs).toMatch(/^全国地方公共団体コード,/)
    expect(costs).toContain(',192788,0,0\n')
  })

  it('CSV in the encodings of spreadsheets', () => {
    const bom = extract('sheet.txt', '-f', 'csv', '--encoding', 'utf-8-bom').stdout
    expect([bom.startsWith('\uFEFF'), bom.includes('\r\n')]).toEqual([true, true])
  })

  it('a failure is a line on standard error and an entry of the JSON', () => {
    const ran = extract('empty.txt')
    expect([ran.code, ran.lines.length]).toEqual([1, 1])
    expect(ran.lines[0]).toMatch(/^sapporo-eval: empty\.txt: EMPTY_INPUT: the input is empty \(0 bytes\) \(.+\)$/)
    expect(jsonOf(ran.stdout)).toMatchObject({ documents: [], failures: [{ path: 'empty.txt', code: 'EMPTY_INPUT' }] })
  })

  it('never holds colour, nor does standard error unless that is forced', () => {
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '3' }]) {
      const { stdout, stderr } = run(['extract', 'sheet.txt', other], { cwd: root, env })
      expect(stdout).not.toContain('\u001b')
      expect(stderr.includes('\u001b')).toBe('FORCE_COLOR' in env)
    }
  })

  it('reads standard input as -', () => {
    const ran = run(['extract', '-', '-q'], { cwd: root, input: readFileSync(sheet) })
    expect(ran.code).toBe(0)
    expect(jsonOf(ran.stdout).documents[0].source.path).toBe('-')
  })

  it('gives the same bytes for the same input, with or without -q', () => {
    expect(extract('sheet.txt', 'table.txt').stdout).toBe(extract('sheet.txt', 'table.txt', '-q').stdout)
  })

  it('adds places and printed texts where asked', () => {
    const [plain] = jsonOf(extract('sheet.txt').stdout).documents
    const [full] = jsonOf(extract('sheet.txt', '--provenance', '--raw').stdout).documents
    expect(['provenance' in plain, 'raw' in plain]).toEqual([false, false])
    expect(full.provenance['/records/0/costs/0/totalThousandYen'][0].line).toBe(18)
    expect(full.raw.records[0].costs[0].totalThousandYen).toBe('192,788')
  })
})

describe('inputs that fail', () => {
  const rows: [input: string, code: string][] = [
    [empty, 'EMPTY_INPUT'],
    [binary, 'NOT_TEXT'],
    [other, 'LAYOUT_UNKNOWN'],
  ]
  it.each(rows)('%s: %s, exit 1 alone and 3 among others', (input, code) => {
    const alone = extract(input)
    expect([alone.code, codesOf(alone)]).toEqual([1, [code]])
    const among = extract(input, 'sheet.txt', '-q')
    expect([among.code, codesOf(among)]).toEqual([3, [code]])
    expect(layoutsOf(among.stdout)).toEqual(['project-evaluation-sheet'])
  })

  it('--layout offers only one layout', () => {
    const forced = extract('sheet.txt', '--layout', 'finding-table')
    expect([forced.code, codesOf(forced)]).toEqual([1, ['LAYOUT_UNKNOWN']])
    expect(layoutsOf(extract('table.txt', '--layout', 'finding-table').stdout)).toEqual(['finding-table'])
  })

  it('a folder that is an input is not the output of an earlier run', () => {
    mkdirSync(join(root, 'both'))
    copyFileSync(sheet, join(root, 'both/sheet.txt'))
    expect(extract('both', '-f', 'csv', '-o', 'both/out').code).toBe(0)
    expect(extract('both', '-f', 'csv', '-o', 'both/out', '--overwrite').code).toBe(0)
  })
})

describe('a text that is named .pdf', () => {
  it('is called what it is where no layout fits', () => {
    const page = put('page.pdf', '<!doctype html><p>お探しのページは見つかりません</p>\n')
    const ran = extract(page)
    expect(codesOf(ran)).toEqual(['LAYOUT_UNKNOWN'])
    expect(ran.lines[0]).toContain('named .pdf but holds text')
  })
})

describe('pages', () => {
  const paged = put('paged.txt', `表紙\n\f${readFileSync(sheet, 'utf8')}`)

  it('that belong to no document are named', () => {
    const ran = extract(paged)
    expect(ran.code).toBe(0)
    expect(ran.lines[0]).toMatch(/^sapporo-eval: paged\.txt: page 1: skipped, no known layout fits/)
    expect(jsonOf(ran.stdout).documents[0].source.pages).toEqual({ from: 2, to: 2 })
  })

  it('are chosen by --pages', () => {
    expect(extract(paged, '--pages', '2').code).toBe(0)
    expect(codesOf(extract(paged, '--pages', '1'))).toEqual(['LAYOUT_UNKNOWN'])
  })

  it('beyond the last are refused, with the number there is', () => {
    const ran = extract(paged, '--pages', '3-4')
    expect(codesOf(ran)).toEqual(['NO_SUCH_PAGE'])
    expect(ran.lines[0]).toContain('the file has 2')
    expect(extract(paged, '--pages', '2,9').code).toBe(0)
  })

  it('of a text that has none cannot be chosen, which is told', () => {
    expect(codesOf(extract('sheet.txt', '--pages', '7'))).toEqual(['PAGES_IGNORED'])
  })
})

describe('findings', () => {
  it('are told line by line, after a summary of the document', () => {
    const { code, lines } = extract(doubtful)
    expect(code).toBe(0)
    expect(lines[0]).toMatch(
      /^sapporo-eval: doubtful\.txt: project-evaluation-sheet, edition \d+: 1 record, coverage 0\.99\d*, check \(\d+ of \d+ values confirmed\); 1 warning.* \(TEXT_UNCLAIMED 1/,
    )
    expect(lines[1]).toMatch(
      /^sapporo-eval: doubtful\.txt: TEXT_UNCLAIMED: "これはどの欄にも属さない文である。" .+ \(line 255\)$/,
    )
    expect(lines).toHaveLength(2)
  })

  it('-q tells neither warnings nor summaries', () => {
    expect(extract(doubtful, '-q').stderr).toBe('')
  })

  it('--strict is exit 4 for a warning, though all is written', () => {
    const ran = extract(doubtful, '--strict', '-q')
    expect([ran.code, layoutsOf(ran.stdout)]).toEqual([4, ['project-evaluation-sheet']])
  })

  it('--strict lets info pass', () => {
    expect(extract('sheet.txt', '--strict').code).toBe(0)
  })

  it('--min-coverage is exit 4 below it, and says how much is missing', () => {
    expect(extract(doubtful, '--min-coverage', '0.9').code).toBe(0)
    const ran = extract(doubtful, '--min-coverage', '1', '-q')
    expect([ran.code, codesOf(ran)]).toEqual([4, ['COVERAGE_LOW']])
    expect(ran.stderr).toContain('17 of 3120 characters')
  })

  it('3 comes before 4', () => {
    expect(extract(doubtful, other, '--strict').code).toBe(3)
  })

  it('beyond twenty a document are counted', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `これはどの欄にも属さない文の${index}番目である。`)
    put('many.txt', `${readFileSync(sheet, 'utf8')}\n\n${lines.join('\n\n')}\n`)
    const ran = extract('many.txt')
    expect(ran.lines.length).toBeLessThanOrEqual(22)
    expect(ran.lines.at(-1)).toMatch(/: … and \d+ more: all are in "diagnostics" of the output$/)
  })
})

describe('-o', () => {
  const at = (name: string) => join(root, name)

  it('writes a file in the format of its ending, and nothing to standard output', () => {
    for (const name of ['a.json', 'a.jsonl', 'a.csv'])
      expect(extract('table.txt', '-o', name)).toMatchObject({ code: 0, stdout: '' })
    expect(layoutsOf(readFileSync(at('a.json'), 'utf8'))).toEqual(['finding-table'])
    expect(readFileSync(at('a.jsonl'), 'utf8').split('\n')).toHaveLength(9)
    expect(readFileSync(at('a.csv'), 'utf8')).toMatch(/^municipality_code,/)
  })

  it('-f goes before the ending', () => {
    expect(extract('table.txt', '-f', 'jsonl', '-o', 'b.json').code).toBe(0)
    expect(readFileSync(at('b.json'), 'utf8')).toMatch(/^\{"document":/)
  })

  it('takes a number at the end of a name for no ending, nor the ending of a folder, nor one beside -f', () => {
    expect(extract('table.txt', '-o', 'release.2025').code).toBe(0)
    expect(layoutsOf(readFileSync(at('release.2025'), 'utf8'))).toEqual(['finding-table'])
    expect(extract('table.txt', '-o', 'folder.d/').code).toBe(0)
    expect(extract('table.txt', '-o', 'folder.d', '--overwrite').code).toBe(0)
    expect(extract('table.txt', '-f', 'json', '-o', 'b.data').code).toBe(0)
    expect(existsSync(at('out.xls'))).toBe(false)
  })

  it('does not replace a file without --overwrite', () => {
    put('kept.json', 'mine')
    const ran = extract('table.txt', '-o', 'kept.json')
    expect([ran.code, codesOf(ran), ran.lines.length]).toEqual([2, ['OUTPUT_EXISTS'], 1])
    expect(readFileSync(at('kept.json'), 'utf8')).toBe('mine')
    expect(extract('table.txt', '-o', 'kept.json', '--overwrite').code).toBe(0)
    expect(layoutsOf(readFileSync(at('kept.json'), 'utf8'))).toEqual(['finding-table'])
  })

  it('never replaces an input', () => {
    const before = readFileSync(sheet)
    const ran = extract('sheet.txt', '-f', 'json', '-o', './sheet.txt', '--overwrite')
    expect([ran.code, codesOf(ran)]).toEqual([2, ['USAGE']])
    expect(readFileSync(sheet)).toEqual(before)
  })

  it('writes no file where there is no document, and keeps the one that is there', () => {
    put('good.json', 'good')
    expect(extract(other, '-o', 'good.json', '--overwrite').code).toBe(1)
    expect(readFileSync(at('good.json'), 'utf8')).toBe('good')
    expect(extract(other, '-o', 'none.json').code).toBe(1)
    expect(existsSync(at('none.json'))).toBe(false)
  })

  it('is a folder of all tables for CSV', () => {
    expect(extract('sheet.txt', 'table.txt', '-f', 'csv', '-o', 'tables')).toMatchObject({ code: 0, stdout: '' })
    const names = readdirSync(at('tables'))
    for (const name of ['findings.csv', 'projects.csv', 'project_costs.csv', 'documents.csv', 'diagnostics.csv'])
      expect(names).toContain(name)
    expect(jsonOf(readFileSync(at('tables/datapackage.json'), 'utf8')).resources).toHaveLength(names.length - 1)
  })

  it('does not write into a folder that holds something without --overwrite', () => {
    mkdirSync(at('full'))
    put('full/note.txt', 'mine')
    const ran = extract('table.txt', '-f', 'csv', '-o', 'full')
    expect([ran.code, codesOf(ran), readdirSync(at('full'))]).toEqual([2, ['OUTPUT_EXISTS'], ['note.txt']])
    expect(extract('table.txt', '-f', 'csv', '-o', 'full', '--overwrite').code).toBe(0)
    expect(readdirSync(at('full'))).toEqual(expect.arrayContaining(['note.txt', 'findings.csv', 'datapackage.json']))
  })

  it('is a folder with a slash at its end: JSON lies there as extraction.json, one table under its name', () => {
    const besides = ['datapackage.json', 'failures.jsonl', 'release-findings.jsonl']
    expect(extract('table.txt', '-o', 'new/').code).toBe(0)
    expect(readdirSync(at('new')).sort()).toEqual(['extraction.json', ...besides].sort())
    expect(extract('sheet.txt', '-f', 'csv', '--table', 'project_costs', '-o', 'one/').code).toBe(0)
    const scripts = ['load.duckdb.sql', 'load.sqlite.sql']
    expect(readdirSync(at('one')).sort()).toEqual(['project_costs.csv', ...scripts, ...besides].sort())
    expect(statSync(at('one')).isDirectory()).toBe(true)
  })

  it('--per-file: each input has the file that it would have alone, below the folder', () => {
    mkdirSync(at('rel/x y'), { recursive: true })
    copyFileSync(sheet, at('rel/sheet.txt'))
    copyFileSync(table, at('rel/x y/表.txt'))
    put('rel/empty.txt', '')
    const ran = extract('rel', '--per-file', '-o', 'each', '-q')
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(readdirSync(at('each')).sort()).toEqual(
      ['datapackage.json', 'failures.jsonl', 'release-findings.jsonl', 'sheet.json', 'x y'].sort(),
    )
    for (const [input, file] of [
      ['rel/sheet.txt', 'sheet.json'],
      ['rel/x y/表.txt', 'x y/表.json'],
    ] as const) {
      expect(extract(input, '-o', 'alone.json', '--overwrite').code).toBe(0)
      expect(readFileSync(at(`each/${file}`))).toEqual(readFileSync(at('alone.json')))
    }
    const failures = readFileSync(at('each/failures.jsonl'), 'utf8').trimEnd().split('\n').map(jsonOf)
    expect(failures).toMatchObject([{ path: 'rel/empty.txt', code: 'EMPTY_INPUT' }])
    expect(run(['validate', 'each'], { cwd: root })).toMatchObject({ code: 0, stderr: '' })
  })

  it('leaves nothing beside the output, nor in it, but what belongs to it', () => {
    mkdirSync(at('clean'))
    for (const target of ['clean/a.json', 'clean/b.csv', 'clean/tables', 'clean/tables', 'clean/lines.jsonl'])
      expect(
        extract('table.txt', '-q', '-o', target, '--overwrite', ...(target.endsWith('tables') ? ['-f', 'csv'] : []))
          .code,
      ).toBe(0)
    expect(readdirSync(at('clean')).sort()).toEqual(['a.json', 'b.csv', 'lines.jsonl', 'tables'].sort())
    expect(extract(other, '-q', '-o', 'clean/none/x.json').code).toBe(1)
    expect(readdirSync(at('clean'))).not.toContain('none')
  })

  it('one CSV file cannot hold the main tables of two layouts', () => {
    for (const target of [[], ['-o', 'mixed.csv']]) {
      const ran = extract('sheet.txt', 'table.txt', '-q', '-f', 'csv', ...target)
      expect([ran.code, ran.stdout, codesOf(ran)]).toEqual([2, '', ['LAYOUTS_MIXED']])
    }
    expect(existsSync(at('mixed.csv'))).toBe(false)
  })

  it('a place that cannot be written is told', () => {
    const ran = extract('table.txt', '-q', '-o', 'sheet.txt/x.json')
    expect([ran.code, codesOf(ran)]).toEqual([1, ['OUTPUT_UNWRITABLE']])
    expect(ran.stderr).toContain(
      ': sheet.txt/x.json cannot be written: a file stands where a folder is needed (ENOTDIR) (',
    )
  })

  it.skipIf(process.platform !== 'linux')('a place where no folder can be made is told, not tried for ever', () => {
    for (const target of [
      ['-o', '/proc/none/x.json'],
      ['-o', '/proc/none/', '-f', 'csv'],
    ]) {
      const ran = run(['extract', 'table.txt', '-q', ...target], { cwd: root, timeout: 20_000 })
      expect([ran.code, codesOf(ran)]).toEqual([1, ['OUTPUT_UNWRITABLE']])
    }
  })

  // Root may write anywhere.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a folder that is closed is left alone, and nothing of the attempt stays',
    () => {
      const closed = join(root, 'closed')
      mkdirSync(closed, { mode: 0o555 })
      const args = ['sheet.txt', 'table.txt', '-q', '-f', 'csv', '-o', 'closed']
      const refused = extract(...args)
      expect([refused.code, codesOf(refused), readdirSync(closed)]).toEqual([1, ['OUTPUT_UNWRITABLE'], []])
      expect(readdirSync(root)).not.toContain('.closed.sapporo-eval-unfinished')
      chmodSync(closed, 0o755)
      expect(extract(...args).code).toBe(0)
    },
  )

  it('a path without a name is wrong usage', () => {
    for (const format of ['json', 'csv']) {
      const ran = extract('table.txt', '-q', '-f', format, '-o', '')
      expect([ran.code, ran.stdout, codesOf(ran)]).toEqual([2, '', ['USAGE']])
    }
  })

  it('what could not be written is not called written', () => {
    for (const log of [[], ['--json-log']]) {
      const ran = extract('sheet.txt', 'table.txt', '-f', 'csv', '-o', 'mixed.csv', ...log)
      expect(ran.code).toBe(2)
      expect(ran.stderr).toMatch(log.length === 0 ? /2 inputs: 2 done/ : /"event":"summary".*"output":null/)
      expect(ran.stderr).not.toContain('written: mixed.csv')
    }
  })

  it('an unknown table is told before anything is read', () => {
    const ran = extract(empty, '-f', 'csv', '--table', 'finding')
    expect([ran.code, codesOf(ran)]).toEqual([2, ['USAGE']])
    expect(ran.stderr).toContain('did you mean findings?')
  })
})

describe('passwords', () => {
  it('are taken from an option or a file, and mean nothing to a text', () => {
    put('password', 'open sesame\n')
    for (const args of [
      ['--password', 'x'],
      ['--password-file', 'password'],
    ])
      expect(extract('sheet.txt', ...args).code).toBe(0)
  })

  it('in a file that is not there are wrong usage', () => {
    const ran = extract('sheet.txt', '--password-file', 'gone')
    expect([ran.code, codesOf(ran)]).toEqual([2, ['NOT_FOUND']])
    expect(ran.stderr).toMatch(/"gone" does not exist, or no longer exists \(check the path, /)
  })

  it('that stand on the command line are warned of, those of a file or the environment are not', () => {
    const locked = own('fixtures/readers/pdf/locked.pdf')
    const given: [args: string[], env: Record<string, string>, warned: boolean][] = [
      [['--password', 'himitsu'], {}, true],
      [['--password', 'himitsu', '-q'], {}, false],
      [[], { SAPPORO_EVAL_PASSWORD: 'himitsu' }, false],
    ]
    for (const [args, env, warned] of given) {
      const ran = run(['inspect', locked, '--tables', ...args.filter(each => each !== '-q')], { env })
      expect([args, ran.code]).toEqual([args, 0])
      const told = run(['extract', 'sheet.txt', ...args], { cwd: root, env }).stderr
      expect(told.includes('--password-file, or the environment variable SAPPORO_EVAL_PASSWORD')).toBe(warned)
    }
  })
})

describe.skipIf(process.platform === 'win32')('pipes', () => {
  it('that close early are no fault', () => {
    for (const command of ['extract sheet.txt table.txt -f jsonl', 'schema', 'detect . --explain', '--help']) {
      const ran = shell(`sapporo-eval ${command} 2>stderr.txt | head -n 1 >/dev/null; echo \${PIPESTATUS[0]}`, root)
      expect([command, ran.stdout]).toEqual([command, '0\n'])
      expect(readFileSync(join(root, 'stderr.txt'), 'utf8')).not.toMatch(/EPIPE|INTERNAL|\n {4}at /)
    }
  })

  it('that close early, or cannot take any more, leave nothing of the run behind', () => {
    for (const line of ['-f jsonl | true', ...(existsSync('/dev/full') ? ['-f json >/dev/full'] : [])]) {
      const temporary = join(root, 'temporary')
      mkdirSync(temporary, { recursive: true })
      shell(`export TMPDIR=temporary; sapporo-eval extract sheet.txt table.txt -q ${line}`, root)
      expect([line, readdirSync(temporary)]).toEqual([line, []])
    }
  })

  it('name the folder for temporary files where that is what cannot be written', () => {
    if (!existsSync('/dev/full')) return
    const ran = shell('TMPDIR=/dev/full sapporo-eval extract sheet.txt table.txt -q', root)
    expect([ran.code, codesOf(ran)]).toEqual([1, ['OUTPUT_UNWRITABLE']])
    expect(ran.stderr).toMatch(
      /^sapporo-eval: standard output: OUTPUT_UNWRITABLE: \/dev\/full\/.* cannot be written: a file stands where a folder is needed \(ENOTDIR\)/,
    )
  })

  it('of which nothing is read are none either', () => {
    const ran = shell('sapporo-eval extract sheet.txt -q | true; echo $PIPESTATUS', root)
    expect([ran.stdout, ran.stderr]).toEqual(['0\n', ''])
  })

  it('a full disk is', () => {
    if (!existsSync('/dev/full')) return
    const ran = shell('sapporo-eval extract sheet.txt -q >/dev/full', root)
    expect([ran.code, codesOf(ran)]).toEqual([1, ['OUTPUT_UNWRITABLE']])
  })
})
