import { Buffer } from '../../../platform/index.ts'
import type { FileObjects } from './objects/objects.ts'
import type { Slot } from './page-tree.ts'

/**
 * The file with a list of pages of our own at its end and no list of objects, so that the engine looks for the objects itself. A page
 * that is lost keeps its place as an empty one.
 */
export function rebuilt(bytes: Uint8Array, objects: FileObjects, slots: readonly Slot[]): Uint8Array {
  const free = Math.max(0, ...objects.numbers) + 1
  const [catalog, pages, empty] = [free, free + 1, free + 2]
  const kids = slots.map(slot => `${slot.object ?? empty} 0 R`).join(' ')
  const end = [
    `\n${catalog} 0 obj\n<< /Type /Catalog /Pages ${pages} 0 R >>\nendobj`,
    `${pages} 0 obj\n<< /Type /Pages /Count ${slots.length} /Kids [${kids}] >>\nendobj`,
    `${empty} 0 obj\n<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 1 1] >>\nendobj`,
    `trailer\n<< /Root ${catalog} 0 R /Size ${free + 3} >>\nstartxref\n0\n%%EOF\n`,
  ]
  return Buffer.concat([bytes, Buffer.from(end.join('\n'), 'latin1')])
}
