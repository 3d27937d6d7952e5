/** What packs data so that a filter of PDF unpacks them; none makes them smaller. */
export const packers = { ascii85, hex, lzw, runs } as const

export const filterName: { readonly [name in keyof typeof packers]: string } = {
  ascii85: 'ASCII85Decode',
  hex: 'ASCIIHexDecode',
  lzw: 'LZWDecode',
  runs: 'RunLengthDecode',
}

function hex(data: string): string {
  return `${Buffer.from(data, 'latin1').toString('hex')}>`
}

function ascii85(data: string): string {
  const groups = data.match(/[\s\S]{1,4}/g) ?? []
  return `${groups.map(ascii85Group).join('')}~>`
}

function ascii85Group(group: string): string {
  let value = 0
  for (const char of group.padEnd(4, '\0')) value = value * 256 + char.charCodeAt(0)
  if (value === 0 && group.length === 4) return 'z'
  let digits = ''
  for (let left = 5; left > 0; left -= 1) {
    digits = String.fromCharCode(33 + (value % 85)) + digits
    value = Math.floor(value / 85)
  }
  return digits.slice(0, group.length + 1)
}

/** As stretches that stand for themselves. */
function runs(data: string): string {
  const stretches = data.match(/[\s\S]{1,128}/g) ?? []
  return `${stretches.map(each => String.fromCharCode(each.length - 1) + each).join('')}\x80`
}

/** So many codes leave the table so small that all have nine bits. */
const codesOfNineBits = 250

/** As single bytes, the table being cleared before codes grow longer. */
function lzw(data: string): string {
  const codes: number[] = []
  for (let at = 0; at < data.length; at += 1) {
    if (at % codesOfNineBits === 0) codes.push(256)
    codes.push(data.charCodeAt(at))
  }
  const bits = [...codes, 257].map(code => code.toString(2).padStart(9, '0')).join('')
  return (bits.match(/.{1,8}/g) ?? [])
    .map(byte => String.fromCharCode(Number.parseInt(byte.padEnd(8, '0'), 2)))
    .join('')
}
