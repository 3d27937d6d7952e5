import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { fileLanguage, screenLanguage } from '../../src/cli/language.ts'
import { formats } from '../../src/writers/formats.ts'
import { evaluationSheet, findingTable, type Ran, run, temporaryFolder } from './run.ts'

const folder = temporaryFolder()
const doubtful = new URL('../../fixtures/project-evaluation-sheet/cell-by-cell-2025/input.txt', import.meta.url)
  .pathname
const inFolder = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('the language of the screen', () => {
  test.each([
    ['nothing says', {}, [], 'en'],
    ['LANG', { LANG: 'ja_JP.UTF-8' }, [], 'ja'],
    ['LC_MESSAGES before LANG', { LC_MESSAGES: 'ja_JP', LANG: 'C' }, [], 'ja'],
    ['LC_ALL before both', { LC_ALL: 'C', LC_MESSAGES: 'ja_JP', LANG: 'ja_JP' }, [], 'en'],
    ['an empty LC_ALL says nothing', { LC_ALL: '', LANG: 'ja' }, [], 'ja'],
    ['Javanese is not Japanese', { LANG: 'jav_ID' }, [], 'en'],
    ['our own variable before those of the system', { SAPPORO_EVAL_LANG: 'en', LC_ALL: 'ja_JP' }, [], 'en'],
    ['the option before all', { SAPPORO_EVAL_LANG: 'en', LC_ALL: 'C' }, ['--lang', 'ja'], 'ja'],
    ['with an equals sign', {}, ['extract', '--lang=ja'], 'ja'],
    ['the last of two', {}, ['--lang', 'ja', '--lang', 'en'], 'en'],
    ['a file of that name behind --', {}, ['--', '--lang', 'ja'], 'en'],
    ['a language that there is not', { LANG: 'ja' }, ['--lang', 'fr'], 'ja'],
  ])('%s', (_why, env, words, language) => {
    expect(screenLanguage(env, words)).toBe(language)
  })

  it('is no matter for files, unless it is asked for', () => {
    expect([fileLanguage([]), fileLanguage(['--lang', 'ja'])]).toEqual(['en', 'ja'])
  })
})

describe('files', () => {
  const written = (env: Record<string, string>, ...more: string[]) =>
    run(['extract', doubtful, '-f', 'json', ...more], { env }).stdout

  it('are the same bytes in every environment', () => {
    const english = written({ LC_ALL: 'C' })
    expect(written({ LC_ALL: 'ja_JP.UTF-8' })).toBe(english)
    expect(written({ SAPPORO_EVAL_LANG: 'ja' })).toBe(english)
    expect(english).toContain('choose by the page')
    expect(english).not.toContain('"said"')
  })

  it('have Japanese sentences where they are asked for, and no other difference', () => {
    const [english, japanese] = [written({}), written({}, '--lang', 'ja')].map(text => JSON.parse(text))
    const [ofEnglish, ofJapanese] = [english, japanese].map(run => run.documents[0].diagnostics)
    expect(ofJapanese[0].message).toContain('原本を見て選んでください。')
    expect(ofJapanese.map(withoutWords)).toEqual(ofEnglish.map(withoutWords))
    expect(japanese.documents[0].records).toEqual(english.documents[0].records)
  })

  const withoutWords = ({ code, pointer, place, severity }: Record<string, unknown>) => ({
    code,
    pointer,
    place,
    severity,
  })
})

/** What a person sees of many runs: each shows other sentences. */
function screens(env: Record<string, string>): Ran[] {
  const png = inFolder('picture.txt', Buffer.from('89504e470d0a1a0a', 'hex'))
  const empty = inFolder('empty.txt', '')
  const other = inFolder('other.txt', 'これは札幌市の評価の様式ではない文書です。\n')
  const broken = inFolder('broken.pdf', '%PDF-1.7\n1 0 obj\n')
  const wrong = inFolder('wrong.json', '{"schemaVersion":1,"generator":{"name":"sapporo-eval"}}')
  const list = inFolder('list.txt', '')
  const at = (...args: string[]) => run(args, { env })
  return [
    at('--help'),
    ...['extract', 'review', 'decide', 'detect', 'inspect', 'schema', 'validate'].map(command => at(command, '--help')),
    at('extrct'),
    at('extract'),
    at('extract', '--nosuch'),
    at('extract', findingTable, '-f', 'cvs'),
    at('extract', findingTable, '-o'),
    at('extract', findingTable, '--pages', '0'),
    at('extract', findingTable, '--min-coverage', '2'),
    at('extract', findingTable, '--timeout', 'x'),
    at('extract', findingTable, '--password', 'a', '--password-file', 'b'),
    at('extract', findingTable, '--headers', 'ja'),
    at('extract', findingTable, '-0'),
    at('extract', findingTable, '--per-file'),
    at('extract', findingTable, '-f', 'json', '-o', join(folder, 'a.csv')),
    at('extract', findingTable, '-o', join(folder, 'a.nosuch')),
    at('extract', findingTable, '-o', findingTable),
    at('extract', findingTable, '-o', ''),
    at('extract', findingTable, '--layout', 'nosuch'),
    at('extract', findingTable, '-f', 'csv', '--table', 'findngs'),
    at('extract', findingTable, evaluationSheet, '-f', 'csv'),
    at('extract', '--files-from', list),
    at('extract', join(folder, 'nothing.txt'), join(folder, '*.nosuch')),
    at('extract', '--strict', '--min-coverage', '1', '--min-verdict', 'sound', doubtful),
    at('extract', png, empty, other, broken, doubtful, findingTable, '--pages', '1'),
    at('extract', findingTable, '-o', '/proc/nosuch/a.json'),
    at('extract', findingTable, '--decisions', list, '--decisions', wrong),
    at('review', findingTable),
    at('decide', findingTable, '/records/0/x', '--accept'),
    at('decide', findingTable, '/records/0', '--correct', 'x'),
    at('decide', findingTable, '/records/0'),
    at('review', other, '-o', join(folder, 'review')),
    at('detect', '--explain', findingTable, other, png),
    at('inspect', findingTable),
    at('inspect', findingTable, '--pages', '1'),
    at('schema', 'x', 'y', 'z'),
    at('validate', wrong, findingTable),
  ]
}

describe('every screen', () => {
  let pseudo: Ran[]
  beforeAll(() => {
    pseudo = screens({ SAPPORO_EVAL_LANG: 'qps', GITHUB_ACTIONS: '' })
  }, 300_000)

  /** Names, codes, pointers, options and printed words may stand in narrow letters; a sentence in them is of no catalogue. */
  const isSentence = (line: string): boolean =>
    /[a-z]{2,}[,;:]? [a-z]{2,}/.test(
      line
        .replaceAll(folder, '')
        // The parser of JSON is not ours, and its sentence helps whoever looks for the fault.
        .replace(/Unexpected token .*/, '')
        .replace(/(?:[a-z]+-)+[a-z]+(?=,|\))/g, '')
        .replace(/^sapporo-eval: \w+/, '')
        .replace(formats.map(({ id }) => id).join(', '), '')
        .replace(/^ {2}\$ .*/, '')
        .replace(/"(?:[^"\\]|\\.)*"/g, '')
        .replace(/sapporo-eval (?:extract|review|decide|detect|inspect|schema|validate)/g, '')
        .replace(/(?:--?[\w-]+)/g, ''),
    )

  it('has no sentence outside the catalogue', () => {
    const texts = pseudo.flatMap(({ stdout, stderr }) => [...(stdout.startsWith('{') ? [] : [stdout]), stderr])
    const lines = texts.join('\n').split('\n')
    expect(lines.length).toBeGreaterThan(200)
    expect(lines.filter(isSentence)).toEqual([])
  })

  it('tells the same problems in Japanese, each to its end', () => {
    const japanese = screens({ LC_ALL: 'ja_JP.UTF-8' })
    expect(japanese.map(({ code }) => code)).toEqual(pseudo.map(({ code }) => code))
    const problems = japanese.flatMap(({ lines }) => lines).filter(line => /: [A-Z_]{4,}: /.test(line))
    expect(problems.length).toBeGreaterThan(30)
    expect(problems.filter(line => !/[。）]$/u.test(line))).toEqual([])
  }, 300_000)
})

test('the sentences of commander that are told anew are those of its pinned version', () => {
  const texts = [['extrct'], ['extract', '--nosuch'], ['extract', 'a', '-o'], ['detect'], ['schema', 'x', 'y']]
  for (const args of texts) {
    const [line = ''] = run(args, { env: { LC_ALL: 'ja_JP.UTF-8' } }).lines
    expect(line).toMatch(/。$/u)
    expect(line).not.toMatch(/[a-z] [a-z]+ [a-z]/)
  }
  expect(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).toContain('"commander": "14.0.3"')
})
