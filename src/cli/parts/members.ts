import { InputList, type ListOfInputs, type Shard, shardOf } from '../../batch/parts/shard.ts'
import type { Source } from '../../pipeline.ts'

/** An input of a share, with its place among all inputs. */
export interface Member {
  readonly source: Source
  readonly index: number
}

/** The inputs of a share, in the order of all inputs. */
export const membersOf = (sources: readonly Source[], { number, of }: Shard): Member[] =>
  [...sources.entries()]
    .map(([index, source]) => ({ source, index }))
    .filter(({ source }) => shardOf(source.path, of) === number)

/** What identifies all inputs. */
export function listOf(sources: readonly Source[]): ListOfInputs {
  const list = new InputList()
  for (const { path } of sources) list.add(path)
  return list.end()
}

/** What was typed, without what names one input and nothing else: a list may name a hundred thousand of them. */
export function typedAbove(typed: readonly string[], sources: readonly Source[]): string[] {
  const inputs = new Set(sources.map(({ path }) => path))
  // What looks like a pattern counts as one, though it is the name of a file.
  return typed.filter(path => !inputs.has(path) || /[*?[\]{}()!]/u.test(path))
}
