import { expect, test } from 'vitest'
import { catalogueOf } from '../../src/messages/catalogue.ts'
import { explainedIn } from '../../src/messages/explained.ts'
import { run } from './run.ts'

const codes = (['diagnostics', 'failures', 'release'] as const).flatMap(kind => Object.keys(catalogueOf('en')[kind]))

test('every code is listed with what it means, in both languages', () => {
  const [english, japanese] = (['en', 'ja'] as const).map(language => run(['explain', '--lang', language]).stdout)
  for (const code of codes) {
    expect(english).toMatch(new RegExp(`^${code} +\\S`, 'm'))
    expect(japanese).toMatch(new RegExp(`^${code} +\\S`, 'm'))
  }
})

test('a code has its meaning, an example and what to do', () => {
  const { meaning, example, todo } = explainedIn('en').diagnostics.DITTO
  const { code, stdout } = run(['explain', 'ditto', 'SCANNED'])
  expect(code).toBe(0)
  expect(stdout).toContain(`DITTO (info)\n  ${meaning}\n  Example: ${example}\n  What to do: ${todo}\n\nSCANNED\n`)
})

test('a code that there is not names the one that may be meant', () => {
  const { code, stderr } = run(['explain', 'SUM_MISMACH'])
  expect([code, stderr]).toEqual([
    2,
    'sapporo-eval: explain: USAGE: there is no code "SUM_MISMACH" (did you mean SUM_MISMATCH?)\n',
  ])
})
