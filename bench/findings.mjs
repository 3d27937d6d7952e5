import { readFileSync } from 'node:fs'
import { loadLattice } from '../build/findings/lattice.js'
import { rules } from '../build/findings/rules.js'
import { suspectsIn } from '../build/findings/suspects.js'
import { percent, print } from './table.mjs'

/** The misreadings of the one scanned source document, read off by hand: the words around, what is printed, what was meant. */
const truth = JSON.parse(readFileSync(new URL('findings-truth.json', import.meta.url), 'utf8'))

/** What each rule finds in the scanned document, and how often it is wrong there and in the clean ones. */
export async function findings(seeds) {
  const lattice = await loadLattice()
  const all = seeds.map(({ name, doc }) => ({ name, texts: textsOf(doc) }))
  const known = truth.map(each => ({ ...each, spans: spansOf(each, all.at(-1).texts) }))
  const lost = known.filter(({ spans }) => spans.length === 0)
  if (lost.length > 0) throw new Error(`not in the document: ${lost.map(({ around }) => around).join(', ')}`)
  const rows = [...rules.map(rule => [rule.id, [rule]]), ['all', rules]].map(([id, wanted]) => [
    id,
    ...countsOf(wanted, all, known, lattice),
  ])
  const head = [
    'rule',
    'hits',
    'of all',
    'right suggestion',
    'false, scanned',
    'false, clean',
    'false per 10,000 characters',
  ]
  print(`Findings: ${truth.length} known misreadings; ${sizesOf(all)}`, head, rows)
  const places = placesIn(all.at(-1), rules, lattice)
  const missed = known.filter(each => !isHit(each, places))
  console.log(`\nMissed: ${missed.map(({ around, misread }) => around.replace(misread, `[${misread}]`)).join(' · ')}`)
}

const sizeOf = ({ texts }) => texts.reduce((sum, text) => sum + text.length, 0)
const sizesOf = all =>
  all
    .map(each => `${each.name} ${sizeOf(each)}`)
    .join(', ')
    .concat(' characters')

/** Every text value once: what stands in several records is printed once. */
function textsOf({ header, records }) {
  const texts = new Set()
  const collect = value => {
    if (typeof value === 'string') texts.add(value)
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect)
  }
  collect([header, records])
  return [...texts]
}

/** Where a misreading stands: a page block that is printed on several pages has it several times. */
function spansOf({ around, misread }, texts) {
  const inside = around.indexOf(misread)
  return texts.flatMap((text, at) => {
    const from = text.indexOf(around) + inside
    return text.includes(around) ? [{ at, text, from, to: from + misread.length }] : []
  })
}

const placesIn = ({ texts }, wanted, lattice) =>
  suspectsIn(texts, lattice, wanted).flatMap((found, at) => found.map(each => ({ at, ...each })))

const meet = (a, b) => a.at === b.at && a.from < b.to && b.from < a.to
const isHit = ({ spans }, places) => spans.some(span => places.some(place => meet(span, place)))

const isRight = ({ spans, right, misread }, places) =>
  right !== null &&
  spans.some(span =>
    places.some(
      place =>
        meet(span, place) &&
        place.suggestion !== null &&
        span.text.slice(0, place.from) + place.suggestion + span.text.slice(place.to) ===
          span.text.slice(0, span.from) + right + span.text.slice(span.from + misread.length),
    ),
  )

function countsOf(wanted, all, known, lattice) {
  const scanned = placesIn(all.at(-1), wanted, lattice)
  const clean = all.slice(0, -1).flatMap(each => placesIn(each, wanted, lattice))
  const hits = known.filter(each => isHit(each, scanned))
  const wrong = scanned.filter(place => !known.some(({ spans }) => spans.some(span => meet(span, place))))
  const size = all.reduce((sum, each) => sum + sizeOf(each), 0)
  const rate = ((wrong.length + clean.length) / size) * 10_000
  const right = known.filter(each => isRight(each, scanned)).length
  return [hits.length, percent(hits.length, known.length), right, wrong.length, clean.length, rate.toFixed(2)]
}
