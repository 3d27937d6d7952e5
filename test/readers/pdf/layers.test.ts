import { describe, expect, it } from 'vitest'
import { type FileToWrite, writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { linesOf } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'
import { doubtsOf } from '../../../src/walks/suspects.ts'

const groups = ['<< /Type /OCG /Name (memo) >>', '<< /Type /OCG /Name (memo) >>']
const own = 'BT /F 10 Tf 20 360 Td <0000> Tj ET'
const other = 'BT /F 10 Tf 20 300 Td <0001> Tj ET'
const inLayer = (name: string) => `${own} /OC /${name} BDC ${other} 0.5 w 10 310 m 280 310 l S EMC`

/** A file with its list of objects as a stream, as PDF 1.5 has it. */
function withListStream(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  const at = text.lastIndexOf('xref\n0 ')
  const entries = [...text.slice(at).matchAll(/^(\d{10}) 0{5} n/gm)].map(([, offset]) => Number(offset))
  const data = Buffer.alloc((entries.length + 2) * 5)
  for (const [index, offset] of [0, ...entries, at].entries()) {
    data[index * 5] = index === 0 ? 0 : 1
    data.writeUInt32BE(offset, index * 5 + 1)
  }
  const size = entries.length + 2
  const head = `${size - 1} 0 obj\n<< /Type /XRef /Size ${size} /W [1 4 0] /Root 1 0 R /Length ${data.length} >>\nstream\n`
  const end = `\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(head), data, Buffer.from(end)])
}

/** A page with 計, and 額 in a layer. */
async function read(file: Partial<FileToWrite>, off = '/OFF [[#0]]', change = (bytes: Buffer) => bytes) {
  const written = writePdf({
    characters: ['計', '額'],
    catalog: `/OCProperties << /OCGs [[#0] [#1]] /D << ${off} >> >>`,
    objects: groups,
    resources: '/Properties << /Zero [#0] /One [#1] /Two [#2] >>',
    pages: [],
    ...file,
  })
  const source = await readWith(readers, change(written), { pause: async () => {} })
  const [page] = source.pages
  const hidden = doubtsOf({ source, pages: source.pages }, []).flatMap(each =>
    each.code === 'HIDDEN_TEXT' ? [each.args.text] : [],
  )
  const place = page?.unseen?.pieces[0]?.at && source.places(page.unseen.pieces[0].at)[0]
  return { seen: linesOf(page?.blocks ?? []).map(({ on }) => textOf(on)), hidden, y: place?.bbox?.[1] }
}

const form = { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 300 400] /OC [#0]', data: other }

describe('optional content', () => {
  it('is not read where it is switched off, and told with its place', async () => {
    const { seen, hidden, y } = await read({ pages: [{ content: inLayer('Zero') }] })
    expect([seen, hidden]).toEqual([['計'], ['額']])
    expect(y).toBeCloseTo(91.2, 0)
  })

  it('is found in a file of any kind', async () => {
    const page = { content: `${inLayer('Zero')} /Form Do`, xObjects: { Form: form } }
    const { seen, hidden } = await read({ pages: [page] }, '/OFF [[#0]]', withListStream)
    expect([seen, hidden]).toEqual([['計'], ['額']])
  })

  it.each<[string, string, string, Partial<FileToWrite>]>([
    ['is on, though another of its name is off', 'One', '/OFF [[#0]]', {}],
    ['is on again', 'Zero', '/BaseState /OFF /ON [[#0]]', {}],
    [
      'belongs to two groups, one of them on',
      'Two',
      '/OFF [[#0]]',
      { objects: [...groups, '<< /Type /OCMD /OCGs [[#0] [#1]] >>'] },
    ],
  ])('is read where it %s', async (_, name, off, more) => {
    const { seen, hidden } = await read({ pages: [{ content: inLayer(name) }], ...more }, off)
    expect([seen, hidden]).toEqual([['計', '額'], []])
  })

  it.each<[string, string, string, Partial<FileToWrite>]>([
    ['all groups are', 'One', '/BaseState /OFF', {}],
    [
      'both of its groups must be on',
      'Two',
      '/OFF [[#0]]',
      { objects: [...groups, '<< /Type /OCMD /P /AllOn /OCGs [[#0] [#1]] >>'] },
    ],
    [
      'its rule says so',
      'Two',
      '/OFF [[#0]]',
      { objects: [...groups, '<< /Type /OCMD /VE [/And [#1] [/Not [/Not [#0]]]] >>'] },
    ],
  ])('is switched off where %s', async (_, name, off, more) => {
    const { seen, hidden } = await read({ pages: [{ content: inLayer(name) }], ...more }, off)
    expect([seen, hidden]).toEqual([['計'], ['額']])
  })

  it('may be a form as a whole', async () => {
    const page = { content: `${own} /Form Do`, xObjects: { Form: form } }
    expect(await read({ pages: [page] })).toMatchObject({ seen: ['計'], hidden: ['額'] })
    expect(await read({ pages: [page] }, '/OFF [[#1]]')).toMatchObject({ seen: ['計', '額'], hidden: [] })
  })

  it('covers nothing', async () => {
    const cover = {
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 300 400] /OC [#0]',
      data: '1 g 0 290 300 40 re f',
    }
    const page = { content: `${own} ${other} /Form Do`, xObjects: { Form: cover } }
    expect(await read({ pages: [page] })).toMatchObject({ seen: ['計', '額'], hidden: [] })
  })

  it('may be an annotation', async () => {
    const annotations = [{ dictionary: '/Subtype /FreeText /F 4 /OC [#0]', shows: 'BT /F 10 Tf 2 5 Td <0001> Tj ET' }]
    expect((await read({ pages: [{ content: own, annotations }] })).seen).toEqual(['計'])
    expect((await read({ pages: [{ content: own, annotations }] }, '/OFF [[#1]]')).seen.join('')).toBe('計額')
  })
})
