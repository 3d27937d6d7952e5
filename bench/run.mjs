import { cpus } from 'node:os'
import { accuracy } from './accuracy.mjs'
import { findings } from './findings.mjs'
import { seeds } from './seeds.mjs'
import { growth, stages } from './stages.mjs'
import { startUp } from './startup.mjs'

const all = await seeds()
const [cpu] = cpus()
console.log(
  `node ${process.version}, ${cpu?.model.trim()}, ${cpus().length} cores, ${process.platform} ${process.arch}`,
)
startUp(all)
await stages(all)
await growth(all)
await accuracy()
await findings(all)
