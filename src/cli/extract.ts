import { extractionOf, extractOne, type Options, type Result, type Source } from '../pipeline.ts'
import { readersFor } from '../readers/registry.ts'
import type { Format } from '../writers/writer.ts'
import { documentEndings } from './endings.ts'
import { exitOf, type Outcome } from './exit-codes.ts'
import { heedInterrupt, tellStack } from './guards.ts'
import { inputsOf } from './inputs.ts'
import { layoutsFor, tableNamed } from './offered.ts'
import { protect, realOf, targetOf } from './output.ts'
import { passwordOf } from './password.ts'
import { isThin, tellResult } from './report.ts'
import { type ExtractFlags, formatFor } from './settings.ts'
import { tellProblem } from './stderr.ts'
import { write } from './write.ts'

export type { ExtractFlags } from './settings.ts'

/** Reads every input, tells what became of it, and writes the data. Gives the exit code. */
export async function extract(typed: readonly string[], flags: ExtractFlags): Promise<number> {
  const format = formatFor(flags)
  const options = await optionsOf(flags, format)
  const target = await targetOf(flags, format)
  const except = target.kind === 'folder' ? await realOf(target.path) : undefined
  const sources = await inputsOf(typed, { endings: documentEndings, except })
  await protect(target, flags.overwrite === true, sources)
  const results = await runAll(sources, options, flags)
  const extraction = extractionOf(results)
  const trouble = await write({ extraction, layouts: options.layouts, format, target, flags })
  return trouble ?? exitOf(outcomeOf(results, flags))
}

async function optionsOf(flags: ExtractFlags, format: Format): Promise<Options> {
  const layouts = layoutsFor(flags.layout, '--layout')
  if (flags.table !== undefined) tableNamed(flags.table, layouts)
  const options = {
    layouts,
    readers: readersFor(flags.reader),
    ...(flags.pages ? { pages: flags.pages } : {}),
    // The tables look up there on which page a row of the header stands.
    provenance: flags.provenance === true || format === 'csv',
    raw: flags.raw === true,
    findings: flags.findings === true,
    password: await passwordOf(flags),
    onBug: tellStack,
  }
  return options
}

async function runAll(sources: readonly Source[], options: Options, flags: ExtractFlags): Promise<Result[]> {
  const results: Result[] = []
  for (const source of sources) {
    const result = await extractOne(source, options)
    if (flags.pages && !flags.quiet) tellPageless(result)
    tellResult(result, { quiet: flags.quiet === true, minCoverage: flags.minCoverage })
    results.push(result)
    // The work on one input leaves no room for an interrupt: it is heard here, before anything is written.
    await heedInterrupt()
  }
  return results
}

/** A text without page breaks is read whole, whatever pages were asked for: that must not pass unnoticed. */
function tellPageless({ input }: Result): void {
  if (input?.pages !== null) return
  tellProblem({ where: input.path, code: 'PAGES_IGNORED', message: 'the text has no pages; all of it was read' })
}

function outcomeOf(results: readonly Result[], { strict, minCoverage }: ExtractFlags): Outcome {
  const documents = results.flatMap(result => result.documents)
  const isDoubtful = documents.some(doc => doc.diagnostics.some(each => each.severity !== 'info'))
  return {
    written: documents.length,
    failed: results.flatMap(result => result.failures).length,
    findings: (strict === true && isDoubtful) || documents.some(doc => isThin(doc, minCoverage)),
  }
}
