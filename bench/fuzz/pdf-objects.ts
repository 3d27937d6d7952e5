/** The objects of a PDF: what stands between `12 0 obj` and `endobj`, by number; and which is the catalogue. */
export interface Objects {
  readonly bodies: ReadonlyMap<number, string>
  readonly root: number
}

export const head = '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n'

/** Undefined where the objects lie in a way that only a reader of PDF can follow. */
export function objectsOf(pdf: string): Objects | undefined {
  const root = /\/Root\s+(\d+) 0 R/.exec(pdf)?.[1]
  const found = pdf.matchAll(/(?<![^\s])(\d+) 0 obj\b\s*([\s\S]*?)\s*\bendobj\b/g)
  const bodies = new Map(Array.from(found, ([, number, body]) => [Number(number), body as string]))
  const isPlain = !/\/(?:ObjStm|XRef|Encrypt)\b/.test(pdf)
  return root && isPlain && bodies.has(Number(root)) ? { bodies, root: Number(root) } : undefined
}

export interface StreamParts {
  readonly dictionary: string
  readonly data: string
}

/** The dictionary, without the length, and the data of an object that is a stream; undefined where it is none. */
export function streamIn(body: string): StreamParts | undefined {
  const found = /^(<<[\s\S]*?>>)\s*stream\r?\n([\s\S]*?)\n?endstream$/.exec(body)
  const dictionary = found?.[1]?.replace(/\/Length\s+\d+(?:\s+0\s+R)?/, '')
  return dictionary === undefined ? undefined : { dictionary, data: found?.[2] as string }
}

export const streamOf = ({ dictionary, data }: StreamParts): string =>
  `${dictionary.replace(/>>$/, ` /Length ${data.length} >>`)}\nstream\n${data}\nendstream`

/** Every object one after the other, from an offset on, and where each begins. */
export function laid(
  bodies: Iterable<readonly [number, string]>,
  from: number,
): { text: string; places: Map<number, number> } {
  const [parts, places] = [[] as string[], new Map<number, number>()]
  let at = from
  for (const [number, body] of bodies) {
    const part = `${number} 0 obj\n${body}\nendobj\n`
    places.set(number, at)
    parts.push(part)
    at += part.length
  }
  return { text: parts.join(''), places }
}

export const sizeOf = (objects: Objects): number => Math.max(...objects.bodies.keys()) + 1

/** A list of objects as a table, one section for each run of numbers. */
export function table(places: ReadonlyMap<number, number>): string {
  const sections = [...places.keys()]
    .sort((a, b) => a - b)
    .map(number => `${number} 1\n${String(places.get(number)).padStart(10, '0')} 00000 n \n`)
  return `xref\n0 1\n0000000000 65535 f \n${sections.join('')}`
}

export function withTable(objects: Objects, bodies: ReadonlyMap<number, string> = objects.bodies): string {
  const { text, places } = laid(bodies, head.length)
  const trailer = `trailer\n<< /Size ${sizeOf(objects)} /Root ${objects.root} 0 R >>`
  return `${head}${text}${table(places)}${trailer}\nstartxref\n${head.length + text.length}\n%%EOF\n`
}
