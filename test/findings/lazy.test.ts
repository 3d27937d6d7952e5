import { describe, expect, it } from 'vitest'
import { findingTable, run } from '../cli/run.ts'

/** The modules of the dictionary that a run loads. */
function dictionaryOf(args: readonly string[]): string[] {
  const hook = `export async function load(url, context, next) { console.error('loads ' + url); return next(url, context) }`
  const register = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hook))})`
  const { lines, code } = run(args, { node: ['--import', dataUrl(register)] })
  expect(code).toBe(0)
  return lines.filter(line => /^loads .*(?:kuromoji|\/findings\/)/.test(line))
}

const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

describe('the dictionary', () => {
  it('is not loaded unless findings are asked for', () => {
    expect(dictionaryOf(['extract', findingTable])).toEqual([])
    expect(dictionaryOf(['--help'])).toEqual([])
  })

  it('is loaded for --findings', () => {
    expect(dictionaryOf(['extract', findingTable, '--findings'])).toContainEqual(expect.stringMatching(/kuromoji/))
  })
})
