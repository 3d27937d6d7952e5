import { describe, expect, it } from 'vitest'
import { modulesOf } from '../cli/loads.ts'
import { findingTable } from '../cli/run.ts'

/** The modules of the dictionary that a run loads. */
const dictionaryOf = (args: readonly string[]): string[] =>
  modulesOf(args).filter(url => /kuromoji|\/findings\//.test(url))

describe('the dictionary', () => {
  it('is not loaded unless findings are asked for', () => {
    expect(dictionaryOf(['extract', findingTable])).toEqual([])
    expect(dictionaryOf(['--help'])).toEqual([])
  })

  it('is loaded for --findings', () => {
    expect(dictionaryOf(['extract', findingTable, '--findings'])).toContainEqual(expect.stringMatching(/kuromoji/))
  })
})
