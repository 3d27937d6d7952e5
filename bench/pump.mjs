import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resultOf, root } from './seeds.mjs'
import { print, times } from './table.mjs'

/**
 * Whether time grows in proportion to a text, whatever it is swollen with: 8,000 and 16,000 characters of one kind are put into ten
 * places of each seed. `node bench/pump.mjs [kind…]` tells where twice the characters cost more than 2.2 times the time, CPU time of
 * one process; `--findings` looks for misreadings as well, and `--places=3` puts them into so many places only.
 */
const sizes = [8_000, 16_000]
const mostGrowth = 2.2
/** Milliseconds below which a difference is noise. */
const noise = 25
/** A growth that seems too large is measured again so often before it is told: the least of all measurements counts. */
const rounds = 5

const kinds = {
  'open brackets': '(',
  'wide open brackets': '（',
  'quotation marks': '「',
  'close brackets': ')',
  'wide close brackets': '）',
  'black brackets': '【',
  spaces: ' ',
  'wide spaces': '　',
  tabs: '\t',
  bars: '|',
  'cells of bars': '| ',
  'rows of bars': '|\n',
  'numbers and spaces': '1 2 3 ',
  digits: '7',
  'thousands parted': '1,000 ',
  'middle dots': '・',
  dashes: '－',
  hyphens: '-',
  'rows of an HTML table': '<tr><td>',
  'cells of an HTML table': '<td>',
  'open tags': '<b>',
  'less-than signs': '<',
  entities: '&amp;',
  stars: '*',
  'double stars and words': '**a',
  underscores: '_',
  backslashes: '\\',
  'links begun': '[a](',
  'quotes doubled': '"',
  'full stops': '。',
  sentences: 'あ。',
  colons: '：',
  'circled numbers': '①',
  'ditto marks': '〃',
  circles: '○',
  'circles and words': '○ 有 ',
  kanji: '課',
  hiragana: 'の',
  years: '令和5年度 ',
  amounts: '1千円',
  'line breaks': '\n',
  'short lines': 'あ\n',
  'short lines apart': 'あ\n\n',
  'lines of numbers': '1 2\n',
  items: '・あ\n',
  'empty cells': '\t\n',
  'page breaks': '\f',
  'zero-width spaces': '\u200b',
  'voicing marks': '\u3099',
  latin: 'a',
  'latin words': 'a ',
}

async function timeOf(bytes, options) {
  const start = process.cpuUsage()
  const result = await resultOf(bytes, options)
  const { user, system } = process.cpuUsage(start)
  return { ms: (user + system) / 1000, codes: result.failures.map(each => each.code).join(' ') || 'read' }
}

/** The milliseconds of both sizes, the least of as many measurements as it takes to clear the growth of a doubt. */
async function growthAt(text, at, kind, options) {
  const swollen = sizes.map(size =>
    Buffer.from(text.slice(0, at) + kinds[kind].repeat(size / kinds[kind].length) + text.slice(at)),
  )
  const least = [Infinity, Infinity]
  let codes = ''
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, bytes] of swollen.entries()) {
      const measured = await timeOf(bytes, options)
      least[index] = Math.min(least[index], measured.ms)
      codes = measured.codes
    }
    if (!isTooSteep(least)) break
  }
  return { least, codes }
}

const isTooSteep = ([once, twice]) => twice > mostGrowth * once && twice - once > noise

const typed = process.argv.slice(2)
const places = Number(typed.find(word => word.startsWith('--places='))?.split('=')[1] ?? 10)

/** Offsets all over a text, of which every other one stands at the end of a line. */
const offsetsIn = text =>
  Array.from({ length: places }, (_, index) => {
    const at = Math.floor(((index + 0.5) * text.length) / places)
    return index % 2 === 0 ? at : Math.max(at, text.indexOf('\n', at))
  })

const options = { findings: typed.includes('--findings') }
const wanted = typed.filter(word => !word.startsWith('--'))
const names = readdirSync(join(root, 'seeds')).sort()
const texts = names.map(name => readFileSync(join(root, 'seeds', name), 'utf8'))
for (const text of texts) for (let round = 0; round < 5; round += 1) await timeOf(Buffer.from(text), options)

const rows = []
let measured = 0
for (const kind of Object.keys(kinds).filter(each => wanted.length === 0 || wanted.includes(each)))
  for (const [index, text] of texts.entries())
    for (const at of offsetsIn(text)) {
      const { least, codes } = await growthAt(text, at, kind, options)
      measured += 1
      if (typed.includes('--all')) console.error(kind, names[index].slice(0, 3), at, ...least, codes)
      if (isTooSteep(least) || least[1] > 1_000)
        rows.push([
          kind,
          names[index].slice(0, 3),
          at,
          ...least.map(ms => ms.toFixed(0)),
          times(least[1] / least[0]),
          codes,
        ])
    }
print(
  `Steeper than ${mostGrowth}, or above a second: ${rows.length} of ${measured}`,
  ['kind', 'seed', 'at', '8,000', '16,000', 'growth', 'ends as'],
  rows,
)
