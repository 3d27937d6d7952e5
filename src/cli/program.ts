import { Command } from 'commander'
import { layoutIds } from '../layouts/ids.ts'
import { version } from '../version.ts'
import { helpTail, helpWords } from './help.ts'
import { speaking } from './speaking.ts'
import { addDiff, addHistory } from './tree/compare.ts'
import { addExtract, addMerge } from './tree/extract.ts'
import { addCompletion, addDetect, addExplain, addInspect, addSchema, addValidate } from './tree/others.ts'
import { addDecide, addReview } from './tree/review.ts'

/**
 * The commands and their options. Each command is loaded when it runs, so that --help and --version load neither the schema
 * library nor a reader nor a layout.
 */
export function programOf(): Command {
  const help = helpWords()
  const words = { help, known: layoutIds.join(', ') }
  const program = speaking(new Command('sapporo-eval'), help)
    .description(help.program)
    .version(version, '-V, --version', help.showVersion)
    .helpCommand(`help [${help.values.command}]`, help.describeCommand)
    .addHelpText('after', helpTail('program'))
    .exitOverride()
  for (const add of [
    addExtract,
    addMerge,
    addReview,
    addDecide,
    addDiff,
    addHistory,
    addDetect,
    addInspect,
    addSchema,
    addValidate,
    addExplain,
    addCompletion,
  ])
    add(program, words)
  return program
}
