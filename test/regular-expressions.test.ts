import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { makersIn, patternsMade } from './helpers/patterns-made.ts'

// The checker that is JavaScript throughout: no machine needs a binary or a Java of its own, and all of them give the same verdicts.
process.env.RECHECK_BACKEND = 'pure'
const { check } = await import('recheck')

const src = new URL('../src/', import.meta.url).pathname
const seeds = new URL('../seeds/', import.meta.url).pathname

/** Patterns that are not linear by the letter, or that take the checker minutes, and what keeps them harmless. */
const harmless: readonly (readonly [pattern: RegExp, bound: string])[] = [
  [/\f\s*$/, 'the last 64 characters of a text'],
  [/(?<=.)\/+$/su, 'a path, which systems hold to 4,096 characters'],
  [/(?<=.)[/\\]+$/, 'a path that was typed'],
  [/\/(?:動詞|助動詞|形容詞),.*,基本形$/, 'a word and the grammar that the dictionary gives it'],
  [/\/動詞,.*,基本形$/, 'a word and the grammar that the dictionary gives it'],
  [/<[^>]*>/g, 'the 60 characters of a raised or lowered text'],
  [/show.*Text/i, 'the name of an operator of pdf.js'],
  [
    /\s(?:NEW|ＮＥＷ)(?=\s*[^\sA-Za-z].*。$)/du,
    'the 20,000 characters of a line: each NEW looks at the rest of it once',
  ],
  [/【[^】]{0,20}(?:における|取組の)[^】]{0,12}方向性】/du, 'some 40 characters behind each 【'],
  [/【(?<label>[^】]{0,40}方向性[^】]{0,40})】/du, 'some 80 characters behind each 【'],
  [/（[^）]{0,200}）$/u, '200 characters behind each （'],
  [
    /(?<=\s)(?:・(?=\S)|※|【[^】]{0,200}】(?=\s+\S)|[○◯■●◆](?=[^\s○◯]))|\S(?<=(?:^|\s)【[^】]{0,200}】\s+\S)/dgu,
    '200 characters behind and before each bracket',
  ],
  [
    /^(?<open>[—―─－]{1,2}(?=\s*[^—―─－\s])|[-–‐](?=\s.*\s[-–‐]$))\s*(?<title>.*?\S)\s*(?<close>\k<open>)(?:\s*[^—―─－–‐-].*)?$/du,
    'the 20,000 characters of a line, from its beginning alone',
  ],
  [/(\d+)\s+\d+$/, 'the 24 bytes before an object'],
  [/\d+ \d+$/, 'the 24 bytes before an object'],
  [/(?<=(?:[局区]|委員会))(?=.{1,40}[部課室所館]$)/u, '40 characters behind each 局'],
  [
    /^\s*(?<no>\d{1,4})\s*(?:[/／]|of)\s*(?<total>\d{1,4})\s*(?:ページ|頁|㌻)?\s*$/diu,
    'the 24 characters of the longest page number',
  ],
  [
    /^\s*(?:pp?|page|ページ|頁)\s*[.．]?\s*(?<no>\d{1,4})(?:\s*(?:[/／]|of)\s*(?<total>\d{1,4}))?\s*$/diu,
    'the 24 characters of the longest page number',
  ],
  [
    /^\s*第?\s*(?<no>\d{1,4})\s*(?:ページ|頁|㌻)(?:\s*[/／中]\s*全?\s*(?<total>\d{1,4})\s*(?:ページ|頁|㌻))?\s*$/diu,
    'the 24 characters of the longest page number',
  ],
  [/\/Filter\s*\[([^\]]*)\]/, 'the dictionary of one object of a PDF'],
  [/Did you mean (?:one of )?(?<names>.*?)\?/, 'the 4,000 characters of a sentence about the command line'],
  [
    /^option '(?<option>.*?)' argument '(?<value>.*)' is invalid\. (?:Allowed choices are (?<choices>.*)\.|(?<form>.*))$/s,
    'the 4,000 characters of a sentence about the command line',
  ],
  [
    /^command-argument value '(?<value>.*)' is invalid for argument '(?<option>.*?)'\. Allowed choices are (?<choices>.*)\.$/s,
    'the 4,000 characters of a sentence about the command line',
  ],
  [/^option '(.*)' cannot be used with option '(.*)'$/s, 'the 4,000 characters of a sentence about the command line'],
]

/** The same of patterns that are made from parts. */
const harmlessMade: readonly (readonly [pattern: string, bound: string])[] = [
  [
    String.raw`/^(?<label>(?:\S{0,4}\s*活用\s*)?施\s*策)\s*(?:(?<before>[（(])\s*)?(?<code>[\d０-９]{1,2}(?:\s*[-‐‑‒–—―−－ー.．]\s*[\d０-９]{1,2})*)(?:\s*(?<after>[）)]))?[\s:：]+(?<name>[^\s:：].*)$/du`,
    'the 1,000 characters of a line with a heading',
  ],
  [
    String.raw`/^(?:\S\s+)?(?<open>[【［〔\[])\s*(?<label>(?:[^\d０-９【】［］〔〕\[\]]*[^\s（(\d０-９【】［］〔〕\[\]])?)\s*(?:(?<before>[（(])\s*)?(?<code>[\d０-９]{1,2}(?:\s*[-‐‑‒–—―−－ー.．]\s*[\d０-９]{1,2})*)\s*(?:(?<after>[）)])\s*)?(?<close>[】］〕\]])\s*(?<name>(?:\S.*)?)$/du`,
    'the 1,000 characters of a line with a heading',
  ],
  [
    String.raw`/(?:^|(?<=\s)(?=[^。、]*$))(?:[-－]?\s?(?<page>[0-9０-９]{1,4})\s?[-－]?\s*)?(?<label>提\s?言\s*(?<no>[0-9０-９]{1,2})\s*[\-‐‑‒–—―−－﹣⁃─━ー]\s*(?<letter>(?:[アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン工才力夕卜口八又ァィゥェォヵヶッャュョ]|[0-9０-９]{1,2})))(?=\s|$)/du`,
    'the 200 characters of a foot',
  ],
  [
    String.raw`/(\p{Script=Han}{2,6}者)(?:及び|と)[^。、\d]{0,60}?(\p{Script=Han}{2,6}者)(?:の?合?計)(\d[\d,]*(?:\.\d+)?)([人名])/gu`,
    'some 80 characters behind each 者',
  ],
]

/** The regular expression literals of a file, from its syntax tree. */
function literalsOf(file: string): string[] {
  const found: string[] = []
  const gather = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    ts.forEachChild(node, gather)
  }
  gather(ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true))
  return found
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
const literals = files.flatMap(literalsOf)

/** It copies patterns that others have made. */
const copier = 'document/patterns.ts'
const makers = files.filter(name => name !== copier && makersIn(join(src, name)) > 0)

/** What is made as modules are loaded, and as every seed is read. */
const made = await patternsMade(src, async () => {
  for (const name of makers) await import(join(src, name))
  const { extract } = await import('../src/index.ts')
  await extract(
    readdirSync(seeds).map(name => join(seeds, name)),
    { isolate: false },
  )
})
const patterns = new Set([...literals, ...made.filter(each => !each.site.startsWith(copier)).map(each => each.pattern)])
const listed = new Set(
  [...harmless.map(([pattern]) => pattern), ...harmlessMade.map(([pattern]) => pattern)].map(String),
)

// Counts end the search, not clocks: a pattern has the same verdict on any machine.
const parameters = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 10_000_000,
  maxIteration: 3,
  randomSeed: 0,
} as const

/** Why a pattern is not known to be linear; undefined where it is. The flags d and y change nothing that is looked for. */
async function doubtOf(pattern: string): Promise<string | undefined> {
  const end = pattern.lastIndexOf('/')
  const found = await check(pattern.slice(1, end), pattern.slice(end + 1).replace(/[dy]/g, ''), parameters)
  if (found.status === 'safe') return undefined
  return `${pattern}: ${found.status === 'unknown' ? found.error.kind : found.complexity.summary}`
}

it('every pattern that is made from parts has been made here', () => {
  const sites = new Set(made.map(each => each.site))
  const missing = makers.filter(
    name => [...sites].filter(site => site.startsWith(name)).length < makersIn(join(src, name)),
  )
  expect(missing).toEqual([])
})

it('every regular expression is linear, or is listed with the bound on its input', async () => {
  expect(patterns.size).toBeGreaterThan(480)
  const doubts: string[] = []
  for (const pattern of [...patterns].filter(each => !listed.has(each))) {
    doubts.push((await doubtOf(pattern)) ?? '')
    await setImmediate()
  }
  expect(doubts.filter(doubt => doubt !== '')).toEqual([])
}, 900_000)

it('nothing is listed that is gone', () => {
  expect([...listed].filter(pattern => !patterns.has(pattern))).toEqual([])
})
