import type { Diagnostic } from '../../diagnostics/codes.ts'
import type { Place } from '../../document/model.ts'
import type { Pages } from '../../envelope.ts'
import type { Text } from '../../messages/arguments.ts'
import { say, type Words } from '../../messages/words.ts'

export const onPages = ({ from, to }: Pages): Words =>
  from === to ? say('ONE_PAGE', { page: from }) : say('PAGES', { from, to })

/** Where a diagnostic points: its pointer, page and line; empty where it points nowhere. */
export function whereabouts({ pointer, place }: Diagnostic): Text {
  const at = place && placeOf(place)
  const places = [...(pointer ? [pointer] : []), ...(at ? [at] : [])]
  return places.length === 0 ? '' : say('PLACES', { places })
}

/** A place for people: `page 3, line 12`; undefined where the source says neither. */
export function placeOf({ page, line }: Place): Words | undefined {
  if (page !== null && line !== null) return say('PAGE_AND_LINE', { page, line })
  if (page !== null) return say('ONE_PAGE', { page })
  return line === null ? undefined : say('LINE', { line })
}
