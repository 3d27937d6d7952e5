import { layouts } from '../layouts/registry.ts'
import type { Options } from '../pipeline.ts'
import { readersFor } from '../readers/registry.ts'
import type { Reading } from './processes/questions.ts'

/** The options of the pipeline for a way of reading: the same for one input read here and for many read by workers. */
export const optionsOf = ({ layout, reader, pages, ...extras }: Reading): Options => ({
  ...extras,
  layouts: layout === undefined ? layouts : layouts.filter(each => each.id === layout),
  readers: readersFor(reader),
  ...(pages ? { pages } : {}),
})
