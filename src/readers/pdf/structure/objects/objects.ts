import { Buffer } from '../../../../platform/index.ts'
import { tooLargeStream } from '../../limits.ts'
import { type Body, bodyAt } from './body.ts'
import { headsIn, isHeadOf } from './heads.ts'
import { membersOf } from './members.ts'
import { type Decoded, decoded } from './packed/filters.ts'
import { type Dictionary, isDictionary, Name, Ref, SyntaxFault, type Value } from './syntax.ts'
import { type Entry, readXref, type Xref } from './xref.ts'

/** How far the way to an object may be an indirect one. */
const farthest = 20

/** The objects of a file, each found where the file's own list says it is or, where that is wrong, by its head. */
export class FileObjects {
  readonly #file: Buffer
  readonly xref: Xref | undefined
  readonly #bodies = new Map<number, Body | undefined>()
  readonly #groups = new Map<number, ReadonlyMap<number, Body>>()
  #scanned: ReadonlyMap<number, number> | undefined
  /** Objects that do not lie where the list says, or that it does not name, though the file has them. */
  readonly misled = new Set<number>()
  /** Objects whose syntax is broken. */
  readonly broken = new Set<number>()

  constructor(bytes: Uint8Array) {
    this.#file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.xref = readXref(this.#file)
  }

  /** The trailer of the newest list; where there is none, the catalogue as it is found. */
  get root(): Dictionary | undefined {
    const named = this.at(this.xref?.trailer.get('Root'))
    if (isDictionary(named)) return named
    for (const object of this.scanned.keys()) {
      const value = this.body(object)?.value
      if (isDictionary(value) && nameOf(this.at(value.get('Type'))) === 'Catalog') return value
    }
    return undefined
  }

  /** An object by its number; undefined where the file has none. */
  body(object: number): Body | undefined {
    if (this.#bodies.has(object)) return this.#bodies.get(object)
    this.#bodies.set(object, undefined)
    const body = this.#found(object)
    this.#bodies.set(object, body)
    return body
  }

  /** A value itself, however often it is referred to; null where a reference leads nowhere. */
  at = (value: Value | undefined): Value => {
    let found: Value | undefined = value
    for (let step = 0; found instanceof Ref && step < farthest; step += 1) found = this.body(found.object)?.value
    return found instanceof Ref ? null : (found ?? null)
  }

  /** The object at the end of a reference. */
  bodyOf(value: Value | undefined): Body | undefined {
    let found: Value | undefined = value
    for (let step = 0; step < farthest; step += 1) {
      if (!(found instanceof Ref)) return undefined
      const body = this.body(found.object)
      if (!(body?.value instanceof Ref)) return body
      found = body.value
    }
    return undefined
  }

  /**
   * The unpacked data of a stream; undefined where it is none. They are not kept: a long file has gigabytes. Throws INPUT_TOO_LARGE for a
   * bomb.
   */
  dataOf({ data, value }: Body): Decoded | undefined {
    const unpacked = data && isDictionary(value) ? decoded(data, value, this.at) : undefined
    if (unpacked?.kind === 'large') throw tooLargeStream()
    return unpacked
  }

  /** A stream as it stands in the file, from its dictionary to its last word; undefined for anything else. */
  streamText(object: number): Uint8Array | undefined {
    const data = this.body(object)?.data
    const entry = this.xref?.entries.get(object)
    if (!data || !this.xref || entry?.kind !== 'at') return undefined
    const file = this.#file
    const from = file.indexOf('obj', this.xref.base + entry.offset) + 3
    const to = file.indexOf('endstream', data.byteOffset - file.byteOffset + data.length)
    return to < 0 ? undefined : file.subarray(from, to + 'endstream'.length)
  }

  /** Whether every object lies where the list says it does. */
  get isListedRight(): boolean {
    if (!this.xref || this.xref.isAstray) return false
    const { base, entries } = this.xref
    return [...entries].every(
      ([object, entry]) => entry?.kind !== 'at' || isHeadOf(this.#file, base + entry.offset, object),
    )
  }

  /** The numbers of all objects, once or more often. */
  get numbers(): number[] {
    return [...this.scanned.keys(), ...(this.xref?.entries.keys() ?? [])]
  }

  /** Where the heads of objects are, the last of each number. */
  get scanned(): ReadonlyMap<number, number> {
    this.#scanned ??= headsIn(this.#file)
    return this.#scanned
  }

  #found(object: number): Body | undefined {
    const entry = this.xref?.entries.get(object)
    const listed = entry ? this.#listed(object, entry) : undefined
    if (listed || this.broken.has(object)) return listed
    const met = this.#met(object)
    if (met && this.xref) this.misled.add(object)
    return met
  }

  #listed(object: number, entry: NonNullable<Entry>): Body | undefined {
    if (entry.kind === 'in') return this.#group(entry.group).get(object)
    const body = this.#parsed(object, (this.xref?.base ?? 0) + entry.offset)
    return body?.object === object ? body : undefined
  }

  /** By its head, or else as one of a group. */
  #met(object: number): Body | undefined {
    const offset = this.scanned.get(object)
    return offset === undefined ? this.#metInGroup(object) : this.#parsed(object, offset)
  }

  #metInGroup(object: number): Body | undefined {
    for (const group of this.#groupNumbers()) {
      const body = group === object ? undefined : this.#group(group).get(object)
      if (body) return body
    }
    return undefined
  }

  #grouping: readonly number[] | undefined

  #groupNumbers(): readonly number[] {
    this.#grouping ??= [...this.scanned]
      .filter(([, offset]) => /\/ObjStm/.test(this.#file.toString('latin1', offset, offset + 400)))
      .map(([number]) => number)
      .reverse()
    return this.#grouping
  }

  #parsed(object: number, offset: number): Body | undefined {
    try {
      return bodyAt(this.#file, offset, length => {
        const at = this.at(length)
        return typeof at === 'number' ? at : undefined
      })
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error
      if (isHeadOf(this.#file, offset, object)) this.broken.add(object)
      return undefined
    }
  }

  #group(group: number): ReadonlyMap<number, Body> {
    const known = this.#groups.get(group)
    if (known) return known
    this.#groups.set(group, new Map())
    const body = this.body(group)
    const unpacked = body && this.dataOf(body)
    const members =
      unpacked?.kind === 'data' && isDictionary(body?.value) ? membersOf(unpacked.data, body.value, this.at) : new Map()
    this.#groups.set(group, members)
    return members
  }
}

export const nameOf = (value: Value | undefined): string | undefined => (value instanceof Name ? value.text : undefined)
