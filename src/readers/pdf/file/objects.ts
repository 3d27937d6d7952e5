import { Buffer } from '../../../platform/index.ts'
import { once } from '../once.ts'
import { inflated, isFlate, type Stream, streamsOf } from './streams.ts'
import { Unpacked } from './unpacked.ts'

/** What a look at the file's bytes says that the engine does not. */
export interface FileFacts {
  /** What is encrypted cannot be looked at. */
  readonly isLocked: boolean
  /** The objects whose compressed data are damaged. */
  readonly damaged: ReadonlySet<number>
  /** The file ends before its end mark. */
  readonly cutShort: boolean
  /** A group of objects is lost. */
  readonly objectsLost: boolean
  /** Points per unit, by page object; one where nothing is said. */
  readonly unitOf: (object: number) => number
  /** The text of the file's objects, by number. */
  readonly objects: () => ReadonlyMap<number, string>
}

/** The end mark is at the end, but for what mailers and servers put behind it. */
const endWithin = 2048

/** Looks through the file once. Throws INPUT_TOO_LARGE where its streams unpack to more than any file's. */
export function factsOf(bytes: Uint8Array): FileFacts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const cutShort = !file.subarray(-endWithin).includes('%%EOF')
  if (isEncrypted(file)) return { ...healthy, isLocked: true, cutShort }
  const damaged = new Set<number>()
  const groups: { stream: Stream; text: string }[] = []
  let objectsLost = false
  const unpacked = new Unpacked(bytes.length)
  for (const stream of streamsOf(bytes)) {
    if (!isFlate(stream) || unpacked.isPictureTooMany(stream)) continue
    const data = inflated(stream)
    unpacked.add(stream, data)
    const isGroup = /\/Type\s*\/ObjStm\b/.test(stream.dictionary)
    if (!data) damaged.add(stream.object)
    if (isGroup && !data) objectsLost = true
    if (isGroup && data) groups.push({ stream, text: data.toString('latin1') })
  }
  const objects = once(() => new Map([...plainObjects(file), ...groups.flatMap(groupedObjects)]))
  return { isLocked: false, damaged, cutShort, objectsLost, objects, unitOf: unitsIn(file, groups, objects) }
}

const healthy: FileFacts = {
  isLocked: false,
  damaged: new Set(),
  cutShort: false,
  objectsLost: false,
  unitOf: () => 1,
  objects: () => new Map(),
}

const isEncrypted = (file: Buffer): boolean => {
  for (let at = file.indexOf('/Encrypt'); at >= 0; at = file.indexOf('/Encrypt', at + 1))
    if (/^\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(file.subarray(at, at + 32).toString('latin1'))) return true
  return false
}

function unitsIn(
  file: Buffer,
  groups: readonly { text: string }[],
  objects: FileFacts['objects'],
): FileFacts['unitOf'] {
  if (!file.includes('/UserUnit') && !groups.some(({ text }) => text.includes('/UserUnit'))) return () => 1
  return object => Number(/\/UserUnit\s+([\d.]+)/.exec(objects().get(object) ?? '')?.[1] ?? 1) || 1
}

/** The objects outside object streams; one whose end is missing ends where the next begins. */
function* plainObjects(file: Buffer): Generator<[number, string]> {
  const text = file.toString('latin1')
  const endFrom = endsIn(text)
  let open: { number: number; from: number } | undefined
  const until = (next: number): [number, string][] =>
    open ? [[open.number, text.slice(open.from, Math.min(endFrom(open.from), next))]] : []
  for (const found of text.matchAll(/(?<!\d)(\d+)\s+\d+\s+obj\b/g)) {
    yield* until(found.index)
    open = { number: Number(found[1]), from: found.index + found[0].length }
  }
  yield* until(text.length)
}

/** Where the next object ends, for places that go up. */
function endsIn(text: string): (from: number) => number {
  const end = /endobj|\bstream\r?\n/g
  let next = -1
  return from => {
    if (next < from) {
      end.lastIndex = from
      next = end.exec(text)?.index ?? text.length
    }
    return next
  }
}

/** The objects of an object stream: pairs of number and offset, then the objects. */
function groupedObjects({ stream, text }: { stream: Stream; text: string }): [number, string][] {
  const first = Number(/\/First\s+(\d+)/.exec(stream.dictionary)?.[1] ?? 0)
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number)
  const pairs = Array.from({ length: numbers.length >> 1 }, (_, index) => ({
    number: numbers[index * 2] as number,
    start: numbers[index * 2 + 1] as number,
  }))
  const inOrder = pairs.sort((a, b) => a.start - b.start)
  return inOrder.map(({ number, start }, index) => [
    number,
    text.slice(first + start, first + (inOrder[index + 1]?.start ?? text.length)),
  ])
}
