import type { FileFacts } from './objects.ts'

/**
 * A file whose end is missing, with an end put to it, so that the engine can look for its pages; undefined where the object that
 * leads to them is lost too.
 */
export function mended(bytes: Uint8Array, facts: FileFacts): Uint8Array | undefined {
  for (const [number, text] of facts.objects())
    if (/\/Type\s*\/Catalog\b/.test(text)) {
      const end = `\nendstream\nendobj\ntrailer\n<< /Root ${number} 0 R >>\nstartxref\n0\n%%EOF\n`
      return Buffer.concat([bytes, Buffer.from(end, 'latin1')])
    }
  return undefined
}
