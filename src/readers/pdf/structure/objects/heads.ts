import type { Buffer } from '../../../../platform/index.ts'
/** Offsets in a file of the heads of objects (`12 0 obj`), by their numbers: the last of each. */
export function headsIn(file: Buffer): Map<number, number> {
  const heads = new Map<number, number>()
  for (let at = file.indexOf(' obj'); at >= 0; at = file.indexOf(' obj', at + 4)) {
    const from = Math.max(0, at - 24)
    const head = /(?:^|\D)(\d{1,10})\s+\d{1,5}\s*$/.exec(file.toString('latin1', from, at))
    const number = head?.[1]
    if (head && number) heads.set(Number(number), from + head.index + head[0].indexOf(number))
  }
  return heads
}

/** Whether the head of an object is at an offset of a file, white space left out. */
export function isHeadOf(file: Buffer, offset: number, object: number): boolean {
  const head = /^\s*(\d+)\s+\d+\s+obj/.exec(file.toString('latin1', offset, offset + 40))
  return Number(head?.[1]) === object
}
