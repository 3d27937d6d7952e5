import { inflated, isFlate, type Stream, streamsOf } from './streams.ts'

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

/** The end mark stands at the end, but for what mailers and servers put behind it. */
const endWithin = 2048

/** Looks through the file once. */
export function factsOf(bytes: Uint8Array): FileFacts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const cutShort = !file.subarray(-endWithin).includes('%%EOF')
  if (isEncrypted(file)) return { ...healthy, isLocked: true, cutShort }
  const damaged = new Set<number>()
  const groups: { stream: Stream; text: string }[] = []
  let objectsLost = false
  for (const stream of streamsOf(bytes)) {
    if (!isFlate(stream)) continue
    const data = inflated(stream)
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

function* plainObjects(file: Buffer): Generator<[number, string]> {
  const text = file.toString('latin1')
  for (const found of text.matchAll(/(?<!\d)(\d+)\s+\d+\s+obj\b/g)) {
    const from = found.index + found[0].length
    const end = /endobj|\bstream\r?\n/g
    end.lastIndex = from
    const to = end.exec(text)?.index ?? text.length
    yield [Number(found[1]), text.slice(from, to)]
  }
}

/** The objects of an object stream: pairs of number and offset, then the objects. */
function groupedObjects({ stream, text }: { stream: Stream; text: string }): [number, string][] {
  const first = Number(/\/First\s+(\d+)/.exec(stream.dictionary)?.[1] ?? 0)
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number)
  const starts = numbers.filter((_, index) => index % 2 === 1)
  return starts.map((start, index) => [
    numbers[index * 2] as number,
    text.slice(first + start, first + (starts[index + 1] ?? text.length)),
  ])
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
