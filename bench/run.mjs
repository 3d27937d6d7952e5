import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { accuracy } from './accuracy.mjs'
import { editions } from './editions.mjs'
import { findings } from './findings.mjs'
import { hostile } from './hostile.mjs'
import { peers } from './peers.mjs'
import { release } from './release.mjs'
import { seeds } from './seeds.mjs'
import { growth, stages } from './stages.mjs'
import { startUp } from './startup.mjs'
import { texts } from './texts.mjs'

const tables = { process: startUp, peers, release, stages, growth, hostile, texts, accuracy, findings, editions }
const { positionals: wanted, values: flags } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20' },
    keep: { type: 'string' },
    form: { type: 'string' },
    only: { type: 'string' },
    plain: { type: 'boolean', default: false },
  },
})

const [cpu] = cpus()
console.log(
  `node ${process.version}, ${cpu?.model.trim()}, ${cpus().length} cores, ${process.platform} ${process.arch}`,
)
const all = await seeds()
for (const [name, table] of Object.entries(tables))
  if (wanted.length === 0 || wanted.includes(name)) await table(all, flags)
