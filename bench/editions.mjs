import { editions as made } from '../build/editions/bench/editions/main.js'
import { print } from './table.mjs'

/** Documents of all forms in random arrangements, made for this run, against what they print. */
export async function editions(_seeds, { seed, count, keep, form, only, plain }) {
  const number = only === undefined ? undefined : Number(only)
  const order = { seed: Number(seed), count: Number(count), keep, form, only: number, isPlain: plain }
  const { forms, kinds, worst } = await made(order)
  print(`Editions never seen: seed ${seed}, ${count} of each form`, forms.head, forms.rows)
  print('Where something is wrong and nothing says so', kinds.head, kinds.rows)
  print('The documents', worst.head, worst.rows)
}
