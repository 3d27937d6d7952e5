import { type InputError, inputError } from '../../failures.ts'
import { say } from '../../messages/words.ts'
import type { ParsedPage } from './parser.ts'

/** A page whose text is wrong, and why. */
export interface PageFault {
  readonly page: number
  readonly why: 'SCANNED' | 'UNREADABLE_FONT' | 'DAMAGED_PDF'
}

/** A larger share than this of characters that no text has makes a page unreadable. */
const unreadableShare = 0.2

/** Control codes, private use, and the rare ideographs that appear where numbers of glyphs are taken for characters. */
const noText = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd\u3400-\u4dbf]/gu

/** Why the text of a page is not what the page shows; undefined where it is, or where the page is blank. */
export function faultOfText({ lines, hasGlyphs, hasPicture }: ParsedPage): 'SCANNED' | 'UNREADABLE_FONT' | undefined {
  const printed = lines.map(line => line.text.replace(/\s+/gu, '')).join('')
  if (printed === '') return hasPicture ? 'SCANNED' : hasGlyphs ? 'UNREADABLE_FONT' : undefined
  const strange = printed.match(noText)?.length ?? 0
  return strange >= printed.length * unreadableShare ? 'UNREADABLE_FONT' : undefined
}

/** The faults as errors, one for each run of pages with the same one. */
export function faultsOf(faults: readonly PageFault[], of: number): InputError[] {
  return runsOf(faults).map(({ why, from, to }) => {
    const pages = { from, to }
    if (why === 'SCANNED') return inputError(why, { pages: to - from + 1, of }, { pages })
    if (why === 'UNREADABLE_FONT') return inputError(why, { fonts: [] }, { pages })
    return inputError(why, { what: say('PAGE_DATA_UNREADABLE') }, { pages })
  })
}

interface Run {
  readonly why: PageFault['why']
  readonly from: number
  to: number
}

function runsOf(faults: readonly PageFault[]): Run[] {
  const runs: Run[] = []
  for (const { page, why } of faults) {
    const last = runs.at(-1)
    if (last?.why === why && last.to === page - 1) last.to = page
    else runs.push({ why, from: page, to: page })
  }
  return runs
}
