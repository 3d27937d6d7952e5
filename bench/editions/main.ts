import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outcomesOf } from '../fuzz/tool.ts'
import { chance, randomOf } from './choices.ts'
import type { Edition } from './document.ts'
import { type Figures, figuresOf } from './figures.ts'
import { forms } from './forms/index.ts'
import { type Producer, printedBy, producersHere } from './print/producers.ts'
import { type Score, scoreOf } from './score.ts'

export interface Order {
  readonly seed: number
  /** Documents of each form. */
  readonly count: number
  /** Documents with faults are left here, with their truth. */
  readonly keep: string | undefined
  /** Only forms whose name holds this. */
  readonly form: string | undefined
  /** Only this number of each form. */
  readonly only: number | undefined
  /** Only the PDF writer of our own. */
  readonly isPlain: boolean
}

interface Made {
  readonly form: string
  readonly name: string
  readonly edition: Edition
  readonly kinds: readonly string[]
  readonly bytes: Uint8Array
}

/** Makes documents that nobody has seen, reads them with the built tool, and gives the figures of each form. */
export async function editions(order: Order): Promise<Figures> {
  const producers = order.isPlain ? (['own'] as const) : producersHere()
  const folder = mkdtempSync(join(tmpdir(), 'sapporo-eval-editions-'))
  const made: Made[] = []
  const wanted = Object.entries(forms).filter(([name]) => name.includes(order.form ?? ''))
  for (const [form, make] of wanted)
    for (let number = 0; number < order.count; number += 1) {
      if (order.only !== undefined && order.only !== number) continue
      const random = randomOf(order.seed, number)
      const kinds: string[] = []
      const is = (kind: string, percent: number) => chance(random, percent) && kinds.push(kind) > 0
      const edition = make(random, is)
      const producer: Producer = random.pick(producers as [Producer, ...Producer[]])
      const name = `${form}-${order.seed}-${String(number).padStart(4, '0')}-${producer}.pdf`
      made.push({
        form,
        name,
        edition,
        kinds: [...kinds, `by ${producer}`],
        bytes: await printedBy(producer, edition.print, folder),
      })
    }
  const outcomes = await outcomesOf(new Map(made.map(({ name, bytes }) => [name, bytes])), folder, {
    timeout: 60,
    memory: 2048,
  })
  rmSync(folder, { recursive: true, force: true })
  const scored = made.map(each => ({
    ...each,
    score: scoreOf(each.edition.truth, outcomes.get(each.name) ?? { documents: [], failures: [] }),
  }))
  if (order.keep !== undefined) for (const each of scored) if (each.score.faults.length > 0) keep(order.keep, each)
  return figuresOf(scored)
}

function keep(folder: string, { name, edition, kinds, bytes, score }: Made & { readonly score: Score }): void {
  mkdirSync(folder, { recursive: true })
  const stem = join(folder, name.replace(/\.pdf$/, ''))
  writeFileSync(`${stem}.pdf`, bytes)
  writeFileSync(`${stem}.truth.json`, `${JSON.stringify({ ...edition.truth, kinds }, null, 1)}\n`)
  const faults = [...score.faults].sort((a, b) => Number(a.isTold) - Number(b.isTold))
  const lines = faults.map(
    ({ pointer, truth, read, isTold }) =>
      `${isTold ? 'told' : 'SILENT'} ${pointer}\n  truth ${JSON.stringify(truth)}\n  read  ${JSON.stringify(read)}`,
  )
  writeFileSync(
    `${stem}.faults.txt`,
    `${kinds.join(', ')}\n${score.isRefused ? 'REFUSED\n' : ''}${score.grade}\n${lines.join('\n')}\n`,
  )
}
