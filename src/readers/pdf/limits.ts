import { type InputError, inputError } from '../../failures.ts'

/**
 * What no page of any form has. Each limit is ten times or more of what the fullest of 860 pages of public documents has (in brackets), and
 * so small that a page at it is read in seconds.
 */
export const limits = {
  /** A page of 5-point print from edge to edge has 20,000 (7,136). */
  characters: 200_000,
  /** Straight pieces as they are drawn, a dot of a dotted line being one (6,031). */
  'straight lines': 200_000,
  /** Places where a line across meets one along (438). */
  'crossings of lines': 500_000,
  /** Fields of the finest grid that the lines of a page make (720). */
  'fields between lines': 1_000_000,
  /** Frames nested in one another (2). */
  'frames in one another': 100,
  /** Pairs of filled rectangles of which one covers the other (6). */
  'grounds over one another': 2_000_000,
  /** Pairs of a line and a character that may be struck out by it (3). */
  'lines through characters': 2_000_000,
  /** Pairs of texts of which one is printed over the other (203). */
  'texts over one another': 2_000_000,
  /** Printed lines from the top to the bottom of a page (67). */
  'lines of print': 5_000,
  /** Columns of running text side by side (6). */
  'columns of text': 60,
  /** Steps of drawing, those of a form as often as it is drawn (10,466). */
  'drawing operators': 5_000_000,
} as const

/** The most bytes that a stream may unpack to, but for pictures and attachments: the largest fonts have 30 MB. */
export const mostBytesOfStream = 64 * 1024 * 1024

export const tooLargeStream = (): InputError =>
  inputError('INPUT_TOO_LARGE', { bytes: mostBytesOfStream + 1, limit: mostBytesOfStream, of: 'a stream' })

export type Counted = keyof typeof limits

/** Throws INPUT_TOO_LARGE where a page has more of something than any page of a form. */
export function refuseAbove(unit: Counted, found: number): void {
  if (found > limits[unit]) throw tooMany(unit, found)
}

const tooMany = (unit: Counted, found: number): InputError =>
  inputError('INPUT_TOO_LARGE', { bytes: found, limit: limits[unit], unit, of: 'the page' })
