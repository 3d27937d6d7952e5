import type { Buffer } from '../../../../platform/index.ts'
import { offKey } from '../../engine/engine.ts'
import { type FileObjects, nameOf } from '../objects/objects.ts'
import { type Dictionary, isArray, isDictionary, Ref, type Value } from '../objects/syntax.ts'
import type { Slot } from '../page-tree.ts'
import { appended, numbered } from './appended.ts'
import { type IsOff, switchedOff } from './groups.ts'

const offGroup = `<< /Type /OCG /Name (off) /${offKey} 1 >>`

/**
 * The file with the optional content that is switched off marked for the engine, which knows nothing of it; undefined where there is
 * none. Annotations of it are taken out.
 */
export function withLayersMarked(
  bytes: Uint8Array,
  objects: FileObjects,
  slots: readonly Slot[],
): Uint8Array | undefined {
  const isOff = switchedOff(objects)
  if (!isOff || !objects.xref || objects.xref.isAstray) return undefined
  const found: Found = { objects, isOff, groups: new Set(), drawn: new Set(), annotations: new Set(), seen: new Set() }
  for (const { dictionary, inherited } of slots) {
    if (!dictionary) continue
    lookIn(found, dictionary.get('Resources') ?? inherited.get('Resources'))
    lookAtAnnotations(found, dictionary.get('Annots'))
  }
  const changed = changes(found)
  return changed.size === 0 ? undefined : appended(bytes, objects.xref, changed)
}

interface Found {
  readonly objects: FileObjects
  readonly isOff: IsOff
  /** Groups, and memberships of groups, that contents name. */
  readonly groups: Set<number>
  /** Forms and images. */
  readonly drawn: Set<number>
  readonly annotations: Set<number>
  readonly seen: Set<Dictionary>
}

function lookIn(found: Found, value: Value | undefined): void {
  const { objects, isOff } = found
  const resources = objects.at(value)
  if (!isDictionary(resources) || found.seen.has(resources)) return
  found.seen.add(resources)
  for (const property of entriesOf(objects, resources.get('Properties')))
    if (property instanceof Ref && isOff(property)) found.groups.add(property.object)
  for (const each of entriesOf(objects, resources.get('XObject'))) {
    const drawn = objects.at(each)
    if (!(each instanceof Ref) || !isDictionary(drawn)) continue
    if (isOff(drawn.get('OC'))) found.drawn.add(each.object)
    if (nameOf(objects.at(drawn.get('Subtype'))) === 'Form') lookIn(found, drawn.get('Resources'))
  }
}

const entriesOf = (objects: FileObjects, value: Value | undefined): Value[] => {
  const entries = objects.at(value)
  return isDictionary(entries) ? [...entries.values()] : []
}

function lookAtAnnotations({ objects, isOff, annotations }: Found, value: Value | undefined): void {
  const listed = objects.at(value)
  if (!isArray(listed)) return
  for (const each of listed) {
    const annotation = objects.at(each)
    if (each instanceof Ref && isDictionary(annotation) && isOff(annotation.get('OC'))) annotations.add(each.object)
  }
}

/** The objects that are made anew, by their numbers; what is drawn as a whole is drawn within a form that marks it. */
function changes({ objects, groups, drawn, annotations }: Found): Map<number, Buffer> {
  const changed = new Map<number, Buffer>()
  const put = (object: number, body: string | Uint8Array) => changed.set(object, numbered(object, body))
  for (const group of groups) put(group, offGroup)
  for (const annotation of annotations) put(annotation, '<< /Type /Annot /Subtype /Popup >>')
  let free = Math.max(0, ...objects.numbers) + 1
  for (const object of drawn) {
    const copy = objects.streamText(object)
    if (!copy) continue
    put(free, copy)
    put(object, wrapper(free))
    free += 1
  }
  return changed
}

function wrapper(object: number): string {
  const content = '/OC /Off BDC /Drawn Do EMC'
  const resources = `<< /XObject << /Drawn ${object} 0 R >> /Properties << /Off ${offGroup} >> >>`
  const form = `/Type /XObject /Subtype /Form /BBox [-30000 -30000 30000 30000] /Resources ${resources}`
  return `<< ${form} /Length ${content.length} >>\nstream\n${content}\nendstream`
}
