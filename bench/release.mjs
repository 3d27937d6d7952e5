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
  await grown(folder, 'file', copies, [50, 500, 5000])
  await grown(folder, 'page in one file', bundle, [50, 300])
}

async function grown(folder, what, inputOf, counts) {
  const runs = []
  for (const count of counts) runs.push({ count, ...(await converted(await inputOf(folder, count), folder)) })
  const rows = runs.map((run, index) => [run.count, ...figures(run), ...growth(run, runs[index - 1])])
  const head = [
    'sheets',
    'ms',
    'sheets/s',
    'peak MB',
    'ms for each more',
    'KB for each more',
    'time a sheet, before = 1',
  ]
  print(`A release, one sheet a ${what}: whole process, two at a time, CSV into a folder`, head, rows)
}

const figures = ({ count, ms: spent, peak }) => [ms(spent), (count / (spent / 1000)).toFixed(1), megabytes(peak)]

/** Start-up is in both, so that what lies between them is the sheets alone. */
function growth(run, before) {
  if (!before) return ['–', '–', '–']
  const more = run.count - before.count
  const kilobytes = run.peak === null ? 'unknown' : (((run.peak - before.peak) * 1024) / more).toFixed(1)
  return [ms((run.ms - before.ms) / more), kilobytes, times(run.ms / run.count / (before.ms / before.count))]
}

const megabytes = peak => (peak === null ? 'unknown' : peak.toFixed(0))

async function converted(input, folder) {
  const out = join(folder, 'out')
  const run = await watched(process.execPath, [
    bin,
    'extract',
    input,
    '-q',
    '-f',
    'csv',
    '-o',
    `${out}/`,
    '--jobs',
    '2',
  ])
  if (run.code !== 0) throw new Error(`extract ${input} ended with ${run.code}`)
  rmSync(out, { recursive: true })
  return run
}
