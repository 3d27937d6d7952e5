import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './seeds.mjs'
import { bundle, copies, scratch } from './sheets.mjs'
import { ms, print, times } from './table.mjs'
import { watched } from './watch.mjs'

const bin = join(root, 'bin/sapporo-eval.js')

/** Many sheets, as files and in one file: how fast, in how much memory, and how both grow. */
export async function release() {
  const folder = scratch()
  const rows = []
  for (const [count, jobs] of [
    [50, 2],
    [500, 1],
    [500, 2],
    [5000, 2],
  ])
    rows.push([`${count} files, ${jobs} at a time`, count, await converted(copies(folder, count), folder, jobs)])
  for (const pages of [50, 300])
    rows.push([`1 file of ${pages} sheets`, pages, await converted(await bundle(folder, pages), folder, 1)])
  const [[, fewest, first]] = rows
  const cells = rows.map(([what, sheets, { ms: spent, peak }]) => [
    what,
    ms(spent),
    (sheets / (spent / 1000)).toFixed(1),
    times(spent / sheets / (first.ms / fewest)),
    peak === null ? 'unknown' : peak.toFixed(0),
  ])
  print(
    'A release: whole process, CSV into a folder',
    ['input', 'ms', 'sheets/s', 'time a sheet, 50 files = 1', 'peak MB'],
    cells,
  )
}

async function converted(input, folder, jobs) {
  const out = join(folder, 'out')
  const args = [bin, 'extract', input, '-q', '-f', 'csv', '-o', `${out}/`, '--jobs', String(jobs)]
  const run = await watched(process.execPath, args)
  if (run.code !== 0) throw new Error(`extract ${input} ended with ${run.code}`)
  rmSync(out, { recursive: true })
  return run
}
