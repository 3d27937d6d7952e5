import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codesOf, evaluationSheet, findingTable, run, temporaryFolder } from './run.ts'

const root = temporaryFolder()
const at = (name: string): string => join(root, name)
const extract = (...args: string[]) => run(['extract', ...args], { cwd: root })

describe('-o', () => {
  it('never replaces an input under another name: a hard link, a link, or in a folder of output', () => {
    mkdirSync(at('names'))
    copyFileSync(evaluationSheet, at('names/input.csv'))
    linkSync(at('names/input.csv'), at('names/hard.json'))
    symlinkSync(at('names/hard.json'), at('names/soft.json'))
    mkdirSync(at('names/out'))
    linkSync(at('names/input.csv'), at('names/out/extraction.json'))
    linkSync(at('names/input.csv'), at('names/out/projects.csv'))
    const targets = [['names/hard.json'], ['names/soft.json'], ['names/out'], ['names/out', '-f', 'csv']]
    for (const [output = '', ...more] of targets) {
      const ran = extract('names/input.csv', '--overwrite', '-o', output, ...more)
      expect([ran.code, codesOf(ran), ran.lines.at(-1)]).toEqual([
        2,
        ['USAGE'],
        expect.stringContaining('is the input "names/input.csv" (write to another place)'),
      ])
    }
    expect(statSync(at('names/input.csv')).nlink).toBe(4)
    expect(readdirSync(at('names/out')).sort()).toEqual(['extraction.json', 'projects.csv'])
    expect(readdirSync(at('names')).sort()).toEqual(['hard.json', 'input.csv', 'out', 'soft.json'])
  })

  it('refuses a folder in the place of its own that it did not make, and touches nothing', () => {
    mkdirSync(at('home'))
    writeFileSync(at('home/thesis.txt'), 'mine')
    symlinkSync(at('home'), at('.unsafe.json.sapporo-eval-unfinished'))
    mkdirSync(at('.unsafe.sapporo-eval-unfinished'))
    writeFileSync(at('.unsafe.sapporo-eval-unfinished/notes.txt'), 'mine')
    for (const args of [
      [evaluationSheet, '-o', 'unsafe.json'],
      [evaluationSheet, findingTable, '-f', 'csv', '-o', 'unsafe', '--overwrite'],
    ]) {
      const ran = extract(...args)
      expect([ran.code, codesOf(ran), ran.lines.length]).toEqual([2, ['OUTPUT_UNSAFE'], 1])
      expect(ran.stderr).toMatch(/nothing was touched \(look at what it is and move \S+ away/)
    }
    expect(readFileSync(at('home/thesis.txt'), 'utf8')).toBe('mine')
    expect(readdirSync(at('.unsafe.sapporo-eval-unfinished'))).toEqual(['notes.txt'])
  })
})
