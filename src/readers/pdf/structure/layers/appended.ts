import { Buffer } from '../../../../platform/index.ts'
import { nameOf } from '../objects/objects.ts'
import { Ref } from '../objects/syntax.ts'
import type { Xref } from '../objects/xref.ts'

/** An object under its number, as it stands in a file. */
export const numbered = (object: number, body: string | Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`\n${object} 0 obj\n`), Buffer.from(body as string), Buffer.from('\nendobj\n')])

/** A file with some of its objects made anew at its end, and a list of them of the kind that the file has. */
export function appended(bytes: Uint8Array, xref: Xref, objects: ReadonlyMap<number, Buffer>): Uint8Array {
  const offsets = new Map<number, number>()
  let end = bytes.length
  for (const [object, body] of objects) {
    // Behind the line feed before its head.
    offsets.set(object, end + 1 - xref.base)
    end += body.length
  }
  const root = xref.trailer.get('Root')
  const size = Math.max(Number(xref.trailer.get('Size') ?? 0), ...[...objects.keys()].map(object => object + 1))
  const trailer = `/Root ${root instanceof Ref ? root.object : 0} 0 R /Prev ${xref.start.told}`
  const isStream = nameOf(xref.trailer.get('Type')) === 'XRef'
  const start = end - xref.base
  const list = isStream ? listStream(offsets, size, start, trailer) : listTable(offsets, size, trailer)
  return Buffer.concat([bytes, ...objects.values(), list, Buffer.from(`\nstartxref\n${start}\n%%EOF\n`)])
}

function listTable(offsets: ReadonlyMap<number, number>, size: number, trailer: string): Buffer {
  const rows = [...offsets].map(([object, at]) => `${object} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
  return Buffer.from(`xref\n${rows.join('')}trailer\n<< /Size ${size} ${trailer} >>`)
}

function listStream(offsets: ReadonlyMap<number, number>, size: number, start: number, trailer: string): Buffer {
  const entries = [...offsets, [size, start] as const]
  const data = Buffer.alloc(entries.length * 6)
  for (const [index, [, at]] of entries.entries()) {
    data[index * 6] = 1
    data.writeUInt32BE(at, index * 6 + 1)
  }
  const index = entries.map(([object]) => `${object} 1`).join(' ')
  const head = `${size} 0 obj\n<< /Type /XRef /Size ${size + 1} /W [1 4 1] /Index [${index}] ${trailer} /Length ${data.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\nendobj\n')])
}
