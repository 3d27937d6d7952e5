/** The number, from 1, of the record that a pointer leads into, or null where it leads into none. */
export function recordNoOf(pointer: string | null): number | null {
  const index = /^\/records\/(\d+)(?:\/|$)/.exec(pointer ?? '')?.[1]
  return index === undefined ? null : Number(index) + 1
}
