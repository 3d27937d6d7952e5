import type { Command } from 'commander'
import { formatOptions } from '../../writers/format.ts'
import { formatOf } from '../../writers/formats.ts'
import { chosenFormat, type ExtractFlags } from '../output/settings.ts'

/**
 * The options of `extract` without those defaults of a file or the environment that have no effect on this run: only what was typed is refused
 * for that.
 */
export function withoutIdle(flags: ExtractFlags, command: Pick<Command, 'getOptionValueSource'>): ExtractFlags {
  const left = new Map<string, unknown>(Object.entries(flags))
  const drop = (...keys: readonly string[]) => {
    for (const key of keys) if (['config', 'env'].includes(command.getOptionValueSource(key) ?? '')) left.delete(key)
  }
  const { output } = flags
  const isFile = output === undefined || output === '-' || formatOf(output) !== undefined
  // The ending of what was typed says more than a default.
  if (output !== undefined && formatOf(output)) drop('format')
  if (isFile) drop('perFile')
  const format = chosenFormat(Object.fromEntries(left))
  for (const option of formatOptions) if (!format.options.includes(option)) drop(keyOf(option))
  // They are for the description of a folder, and for a workbook.
  if (isFile && format.takes !== 'tables') drop('sourceTitle', 'sourceUrl', 'licence')
  return { guard: true, ...Object.fromEntries(left) } as ExtractFlags
}

/** `--per-file` as `perFile`, `--no-guard` as `guard`. */
const keyOf = (option: string): string =>
  option.replace(/^--(?:no-)?/u, '').replace(/-./gu, letters => letters.slice(1).toUpperCase())
