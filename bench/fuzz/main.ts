import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Mutant, nextMutant, type Whole, wholeInputs, wholesFrom } from './inputs.ts'
import { silentLosses } from './losses.ts'
import { randomFrom } from './random.ts'
import { type Limits, type Outcome, outcomesOf } from './tool.ts'

const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    lot: { type: 'string', default: '100' },
    keep: { type: 'string' },
    from: { type: 'string' },
  },
})

const limits: Limits = { timeout: 30, memory: 1024 }
const root = new URL('../../', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'sapporo-eval-fuzz-'))
/** Files that show a fault are left here. */
const kept = flags.keep ?? join(tmpdir(), 'sapporo-eval-faults')
const seed = Number(flags.seed)
const inputs = flags.from === undefined ? wholeInputs(root, seed) : wholesFrom(flags.from, seed)
const counts = { mutants: 0, same: 0, told: 0, failed: 0, text: 0, faults: 0 }
const codes = new Map<string, number>()

async function main(): Promise<void> {
  const wholes = await undamaged()
  const random = randomFrom(seed)
  const end = Date.now() + Number(flags.seconds) * 1000
  do await lot(wholes, random)
  while (Date.now() < end)
  rmSync(folder, { recursive: true, force: true })
  tellFigures()
  process.exitCode = counts.faults > 0 ? 1 : 0
}

/** What the tool makes of the inputs as they are. */
async function undamaged(): Promise<Map<Whole, Outcome>> {
  const names = new Map(inputs.map((whole, index) => [whole, `${index}.${whole.kind === 'pdf' ? 'pdf' : 'txt'}`]))
  const outcomes = await outcomesOf(
    new Map(inputs.map(whole => [names.get(whole) as string, whole.bytes])),
    folder,
    limits,
  )
  return new Map(inputs.map(whole => [whole, outcomes.get(names.get(whole) as string) as Outcome]))
}

async function lot(wholes: ReadonlyMap<Whole, Outcome>, random: ReturnType<typeof randomFrom>): Promise<void> {
  const mutants = Array.from({ length: Number(flags.lot) }, (_, index) =>
    nextMutant(inputs, random, counts.mutants + index),
  )
  counts.mutants += mutants.length
  const files = new Map(mutants.map(({ name, bytes }) => [name, bytes]))
  const outcomes = await outcomesOf(files, folder, limits)
  for (const mutant of mutants) judge(mutant, wholes.get(mutant.of) as Outcome, outcomes.get(mutant.name) as Outcome)
}

const bugs: readonly string[] = ['INTERNAL', 'TIMEOUT', 'OUT_OF_MEMORY']

function judge(mutant: Mutant, was: Outcome, is: Outcome): void {
  const [bug] = is.failures.filter(({ code }) => bugs.includes(code))
  for (const { code } of is.failures) codes.set(code, (codes.get(code) ?? 0) + 1)
  if (bug) fault(mutant, `${bug.code}: ${bug.message}`)
  // What a damaged text says is what it says: without the page nobody can know better.
  else if (mutant.of.kind === 'text') counts.text += 1
  else if (is.failures.length > was.failures.length) counts.failed += 1
  else judgeValues(mutant, was, is)
}

function judgeValues(mutant: Mutant, was: Outcome, is: Outcome): void {
  const losses = silentLosses(was.documents, is.documents, false)
  const [loss] = losses
  if (loss)
    fault(
      mutant,
      `${losses.length} silent, the first: ${loss.pointer}: ${JSON.stringify(loss.was)} → ${JSON.stringify(loss.is)}`,
    )
  else if (JSON.stringify(was.documents.map(valuesOf)) === JSON.stringify(is.documents.map(valuesOf))) counts.same += 1
  else counts.told += 1
}

const valuesOf = ({ header, records }: Outcome['documents'][0]) => ({ header, records })

function fault({ name, how, of, bytes }: Mutant, what: string): void {
  counts.faults += 1
  mkdirSync(kept, { recursive: true })
  const file = join(kept, `${flags.seed}-${name}`)
  writeFileSync(file, bytes)
  console.log(`${file}: ${of.path}, ${how}: ${what}`)
}

function tellFigures(): void {
  const { mutants, same, told, failed, text, faults } = counts
  console.log(`seed ${flags.seed}: ${mutants} mutants of ${inputs.length} inputs`)
  console.log(
    `PDFs: ${same} read as before, ${told} with the change told, ${failed} failed by name; texts: ${text} ended`,
  )
  console.log(
    [...codes]
      .sort()
      .map(([code, count]) => `${code} ${count}`)
      .join(', '),
  )
  console.log(`faults (INTERNAL, hang, memory, silent change): ${faults}`)
}

await main()
