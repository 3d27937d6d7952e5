let known: ReadonlySet<string> | undefined

/**
 * The characters that Windows writes Japanese with (CP932): those of JIS X 0208 and the kanji of names that NEC and IBM added (髙, 﨑).
 * Taken from the decoder's own table.
 */
export function japaneseCharacters(): ReadonlySet<string> {
  known ??= new Set(Array.from(new TextDecoder('shift_jis').decode(allDoubleBytes())))
  return known
}

function allDoubleBytes(): Uint8Array {
  const pairs: number[] = []
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead > 0x9f && lead < 0xe0) continue // halfwidth katakana, which are single bytes
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) pairs.push(lead, trail)
  }
  return Uint8Array.from(pairs)
}
