import { type FileObjects, nameOf } from '../objects/objects.ts'
import { type Dictionary, isArray, isDictionary, Ref, type Value } from '../objects/syntax.ts'

/** Whether an entry /OC or a property of a content names optional content that is switched off as the file is opened. */
export type IsOff = (value: Value | undefined) => boolean

/** What is switched off in a file; undefined where nothing is, as in nearly every file. */
export function switchedOff(objects: FileObjects): IsOff | undefined {
  const properties = objects.at(objects.root?.get('OCProperties'))
  const usual = isDictionary(properties) ? objects.at(properties.get('D')) : null
  if (!isDictionary(properties) || !isDictionary(usual)) return undefined
  const listed = (entry: Value | undefined) => refsIn(objects.at(entry))
  const off = new Set(nameOf(objects.at(usual.get('BaseState'))) === 'OFF' ? listed(properties.get('OCGs')) : [])
  for (const group of listed(usual.get('ON'))) off.delete(group)
  for (const group of listed(usual.get('OFF'))) off.add(group)
  return off.size === 0 ? undefined : value => isOffBy(objects, off, value)
}

const refsIn = (value: Value): number[] =>
  isArray(value) ? value.flatMap(item => (item instanceof Ref ? [item.object] : [])) : []

function isOffBy(objects: FileObjects, off: ReadonlySet<number>, value: Value | undefined): boolean {
  if (value instanceof Ref && off.has(value.object)) return true
  const found = objects.at(value)
  return isDictionary(found) && nameOf(objects.at(found.get('Type'))) === 'OCMD' && !isShown(objects, off, found)
}

/** Whether a membership of groups is shown by the states of these. */
function isShown(objects: FileObjects, off: ReadonlySet<number>, membership: Dictionary): boolean {
  const rule = objects.at(membership.get('VE'))
  if (isArray(rule)) return holds(objects, off, rule, 0)
  const named = membership.get('OCGs')
  const groups = named instanceof Ref && !isArray(objects.at(named)) ? [named.object] : refsIn(objects.at(named))
  if (groups.length === 0) return true
  const areOff = groups.map(group => off.has(group))
  const policy = nameOf(objects.at(membership.get('P')))
  if (policy === 'AllOn') return !areOff.includes(true)
  if (policy === 'AnyOff') return areOff.includes(true)
  return policy === 'AllOff' ? !areOff.includes(false) : areOff.includes(false)
}

const deepestRule = 20

/** [/And …], [/Or …], [/Not …] of groups and further rules. */
function holds(
  objects: FileObjects,
  off: ReadonlySet<number>,
  [operator, ...operands]: readonly Value[],
  depth: number,
): boolean {
  const results = operands.map(operand => {
    const rule = objects.at(operand)
    if (isArray(rule)) return depth > deepestRule || holds(objects, off, rule, depth + 1)
    return !(operand instanceof Ref && off.has(operand.object))
  })
  const name = nameOf(objects.at(operator))
  if (name === 'Not') return results[0] !== true
  return name === 'Or' ? results.includes(true) : !results.includes(false)
}
