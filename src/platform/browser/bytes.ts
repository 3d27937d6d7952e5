type Encoding = 'utf8' | 'latin1' | 'utf16le' | 'hex'

/** Characters that are made of their codes in one call: it takes them as arguments. */
const atOnce = 8192

/** So much of Node's Buffer as is in use here: what it gives is the same, byte for byte. What is sought has a byte at least. */
export class Bytes extends Uint8Array {
  static override from(source: unknown, second?: unknown, third?: unknown): Bytes {
    if (typeof source === 'string') return encoded(source, second as Encoding | undefined)
    if (source instanceof ArrayBuffer)
      return new Bytes(source, second as number | undefined, third as number | undefined)
    return new Bytes(source as ArrayLike<number>)
  }

  static isBuffer(value: unknown): value is Bytes {
    return value instanceof Bytes
  }

  static alloc(length: number): Bytes {
    return new Bytes(length)
  }

  static concat(parts: readonly Uint8Array[]): Bytes {
    const whole = new Bytes(parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  override toString(encoding: Encoding = 'utf8', from = 0, to = this.length): string {
    const [start, end] = [Math.max(0, from), Math.min(this.length, to)]
    if (end <= start) return ''
    const part = this.subarray(start, end)
    if (encoding === 'latin1') return textOf(part)
    if (encoding === 'utf16le') return textOf(unitsOf(part))
    if (encoding === 'utf8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(part)
    return Array.from(part, byte => byte.toString(16).padStart(2, '0')).join('')
  }

  override indexOf(sought: string | number | Uint8Array, from = 0): number {
    if (typeof sought === 'number') return super.indexOf(sought, from)
    const part = partOf(sought)
    const last = this.length - part.length
    for (let at = startOf(from, this.length); at <= last; at += 1) {
      at = super.indexOf(part[0] as number, at)
      if (at < 0 || at > last) return -1
      if (isAt(this, part, at)) return at
    }
    return -1
  }

  override lastIndexOf(sought: string | number | Uint8Array, from = this.length): number {
    const part = typeof sought === 'number' ? Bytes.of(sought) : partOf(sought)
    const start = Math.min(from < 0 ? this.length + from : from, this.length - part.length)
    for (let at = start; at >= 0; at -= 1) {
      at = super.lastIndexOf(part[0] as number, at)
      if (at < 0 || isAt(this, part, at)) return at
    }
    return -1
  }

  override includes(sought: string | number | Uint8Array, from = 0): boolean {
    return this.indexOf(sought, from) >= 0
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && isAt(this, other, 0)
  }

  swap16(): this {
    for (let at = 0; at + 1 < this.length; at += 2)
      [this[at], this[at + 1]] = [this[at + 1] as number, this[at] as number]
    return this
  }
}

const partOf = (sought: string | Uint8Array): Uint8Array =>
  typeof sought === 'string' ? encoded(sought, 'utf8') : sought

const startOf = (from: number, length: number): number => (from < 0 ? Math.max(0, length + from) : from)

/** Whether a part stands at a place. */
function isAt(bytes: Uint8Array, part: Uint8Array, at: number): boolean {
  for (let index = 0; index < part.length; index += 1) if (bytes[at + index] !== part[index]) return false
  return true
}

function encoded(text: string, encoding: Encoding = 'utf8'): Bytes {
  if (encoding === 'latin1') return Bytes.from(text.split('').map(unit => unit.charCodeAt(0)))
  if (encoding === 'hex') return Bytes.from(text.match(/../g)?.map(digits => Number.parseInt(digits, 16)) ?? [])
  const { buffer, byteOffset, length } = new TextEncoder().encode(text)
  return new Bytes(buffer, byteOffset, length)
}

function textOf(codes: Uint8Array | Uint16Array): string {
  let text = ''
  for (let at = 0; at < codes.length; at += atOnce)
    text += String.fromCharCode.apply(null, codes.subarray(at, at + atOnce) as unknown as number[])
  return text
}

/** The UTF-16 units of bytes, the low one first; an odd byte at the end is none. */
function unitsOf(bytes: Uint8Array): Uint16Array {
  const units = new Uint16Array(bytes.length >> 1)
  for (const index of units.keys())
    units[index] = (bytes[index * 2] as number) | ((bytes[index * 2 + 1] as number) << 8)
  return units
}
