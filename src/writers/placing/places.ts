import { join } from 'node:path'
import { descriptorName } from '../data-package/descriptor.ts'
import { exists, type OutputError } from '../errors.ts'
import { stands } from './tree.ts'

/** What a step works on. */
export interface Places {
  readonly target: string
  /** The new folder: as long as its descriptor is in it, the older result holds; from then on the newer one. */
  readonly made: string
  /** What the newer result replaces. */
  readonly older: string
}

export const placesOf = (target: string, staging: string): Places => ({
  target,
  made: join(staging, 'new'),
  older: join(staging, 'older'),
})

/** Whether the older result still holds. */
export const isPending = ({ made }: Places): boolean => stands(join(made, descriptorName))

/** The OUTPUT_EXISTS error that names what is where an older result is to be put back. */
export const displaced = (target: string, older: string): OutputError =>
  exists(target, `was made while an older result waited in ${older} to be put back`, 'move one of the two away')
