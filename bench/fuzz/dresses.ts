import { deflateSync, inflateSync } from 'node:zlib'
import { filterName, packers } from './packers.ts'
import {
  head,
  laid,
  type Objects,
  objectsOf,
  type StreamParts,
  sizeOf,
  streamIn,
  streamOf,
  table,
  withTable,
} from './pdf-objects.ts'
import { bytesOf, latin } from './pdf-parts.ts'

/** Lays the same objects down as another producer would. */
type Dress = (objects: Objects) => string

const mapped = (objects: Objects, change: (stream: StreamParts) => StreamParts): Map<number, string> =>
  new Map(
    [...objects.bodies].map(([number, body]) => {
      const stream = streamIn(body)
      return [number, stream ? streamOf(change(stream)) : body]
    }),
  )

const flate = /\/Filter\s*(?:\[\s*)?\/FlateDecode(?:\s*\])?/

const isFlateAlone = ({ dictionary }: StreamParts): boolean =>
  flate.test(dictionary) && !/\/DecodeParms/.test(dictionary)

/** No stream is packed. */
const unpacked: Dress = objects =>
  withTable(
    objects,
    mapped(objects, stream =>
      isFlateAlone(stream)
        ? { dictionary: stream.dictionary.replace(flate, ''), data: latin(inflateSync(bytesOf(stream.data))) }
        : stream,
    ),
  )

/** Every stream is packed once more, behind another filter. */
const packedTwice = (name: keyof typeof packers): Dress => {
  const filters = `/Filter [/${filterName[name]} /FlateDecode]`
  return objects =>
    withTable(
      objects,
      mapped(objects, stream =>
        isFlateAlone(stream)
          ? { dictionary: stream.dictionary.replace(flate, filters), data: packers[name](stream.data) }
          : stream,
      ),
    )
}

/** The pages first had other contents: the right ones were added at the end, with a list of their own that leads to the first. */
const addedTo: Dress = objects => {
  const changed = [...objects.bodies].filter(([, body]) => isContent(body))
  const before = new Map(objects.bodies)
  for (const [number] of changed) before.set(number, streamOf({ dictionary: '<< >>', data: 'q Q' }))
  const first = withTable(objects, before)
  const { text, places } = laid(changed, first.length)
  const prev = /startxref\n(\d+)\n%%EOF\n$/.exec(first)?.[1]
  const trailer = `trailer\n<< /Size ${sizeOf(objects)} /Root ${objects.root} 0 R /Prev ${prev} >>`
  return `${first}${text}${table(places)}${trailer}\nstartxref\n${first.length + text.length}\n%%EOF\n`
}

function isContent(body: string): boolean {
  const stream = streamIn(body)
  if (!stream || !isFlateAlone(stream) || /\/(?:Type|Subtype|Length1)\b/.test(stream.dictionary)) return false
  return /\bT[jJ]\b/.test(latin(inflateSync(bytesOf(stream.data))))
}

/** So many objects lie in one group. */
const inOneGroup = 40

/** Objects that are no streams lie in groups, and the list of objects is a stream as well; both packed or not. */
const grouped =
  (isPacked: boolean): Dress =>
  objects => {
    const alone = [...objects.bodies].filter(([, body]) => streamIn(body))
    const others = [...objects.bodies].filter(([, body]) => !streamIn(body))
    const groups: (readonly [number, string])[] = []
    const members = new Map<number, readonly [group: number, index: number]>()
    for (let from = 0; from < others.length; from += inOneGroup) {
      const number = sizeOf(objects) + groups.length
      const lot = others.slice(from, from + inOneGroup)
      lot.forEach(([object], index) => {
        members.set(object, [number, index])
      })
      groups.push([number, groupOf(lot, isPacked)])
    }
    const { text, places } = laid([...alone, ...groups], head.length)
    return withStream(objects, { text, places, members, list: sizeOf(objects) + groups.length }, isPacked)
  }

const packedOr = (data: string, isPacked: boolean): { filter: string; data: string } =>
  isPacked ? { filter: '/Filter /FlateDecode', data: latin(deflateSync(bytesOf(data))) } : { filter: '', data }

function groupOf(members: readonly (readonly [number, string])[], isPacked: boolean): string {
  let offset = 0
  const pairs = members.map(([number, body]) => {
    const pair = `${number} ${offset}`
    offset += body.length + 1
    return pair
  })
  const first = `${pairs.join(' ')}\n`
  const { filter, data } = packedOr(first + members.map(([, body]) => body).join('\n'), isPacked)
  return streamOf({ dictionary: `<< /Type /ObjStm /N ${members.length} /First ${first.length} ${filter} >>`, data })
}

interface Laid {
  readonly text: string
  readonly places: ReadonlyMap<number, number>
  readonly members: ReadonlyMap<number, readonly [group: number, index: number]>
  /** The number of the list of objects itself. */
  readonly list: number
}

function withStream(objects: Objects, { text, places, members, list }: Laid, isPacked: boolean): string {
  const at = head.length + text.length
  const entries = Array.from({ length: list + 1 }, (_, number) => {
    const [group, index] = members.get(number) ?? []
    if (group !== undefined) return entry(2, group, index as number)
    const place = number === list ? at : places.get(number)
    return place === undefined ? entry(0, 0, 0) : entry(1, place, 0)
  })
  const { filter, data } = packedOr(entries.join(''), isPacked)
  const dictionary = `<< /Type /XRef /W [1 4 2] /Size ${list + 1} /Root ${objects.root} 0 R ${filter} >>`
  return `${head}${text}${list} 0 obj\n${streamOf({ dictionary, data })}\nendobj\nstartxref\n${at}\n%%EOF\n`
}

const entry = (kind: number, place: number, third: number): string =>
  String.fromCharCode(
    kind,
    place >>> 24,
    (place >>> 16) & 255,
    (place >>> 8) & 255,
    place & 255,
    third >>> 8,
    third & 255,
  )

/** The dresses by their names. */
const dresses: { readonly [name: string]: Dress } = {
  'streams unpacked': unpacked,
  'objects in groups': grouped(true),
  'objects in groups, unpacked': grouped(false),
  'added to': addedTo,
  'packed twice, ASCII85': packedTwice('ascii85'),
  'packed twice, ASCIIHex': packedTwice('hex'),
  'packed twice, LZW': packedTwice('lzw'),
  'packed twice, RunLength': packedTwice('runs'),
}

export const dressNames: readonly string[] = Object.keys(dresses)

/** A PDF in another dress; undefined where its objects cannot be laid down otherwise. */
export function dressed(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const objects = objectsOf(latin(bytes))
  const dress = dresses[name]
  return objects && dress ? bytesOf(dress(objects)) : undefined
}
