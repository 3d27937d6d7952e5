import { readWith } from '../build/readers/reader.js'
import { readers } from '../build/readers/registry.js'
import { ms, print, times } from './table.mjs'

const many = (count, each) => Array.from({ length: count }, (_, index) => each(index)).join('\n')
const words = (x, y, text) => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`
const letter = at => String.fromCharCode(65 + (at % 26))

/** What a page is full of, how many of it at the least, and how it is drawn; the page is as large as it needs to be. */
const families = {
  'crossing lines': [
    50,
    count => many(count, at => `0 ${at * 9} m 9999 ${at * 9} l S ${at * 9} 0 m ${at * 9} 9999 l S`),
  ],
  'short lines': [
    2500,
    count =>
      many(count, at => `${(at * 37) % 9000} ${(at * 61) % 8900} m ${((at * 37) % 9000) + 8} ${(at * 61) % 8900} l S`),
  ],
  'frames side by side': [1000, count => many(count, at => `${(at % 100) * 12} ${Math.floor(at / 100) * 12} 9 9 re S`)],
  'clips in one another': [500, count => many(count, at => `${at % 90} ${at % 80} 400 400 re W n 100 100 20 9 re f`)],
  'equal glyphs': [2500, count => many(count, at => words((at % 500) * 12, Math.floor(at / 500) * 14, 'A'))],
  'words on one line': [1000, count => many(count, at => words((at * 20) % 99_000, 100, letter(at)))],
  'rows of two labels': [
    125,
    count => many(count, at => `${words(50, at * 14, 'ABCDE')} ${words(200, at * 14, 'FGHIJ KLMNO')}`),
  ],
  'rows of two columns': [
    125,
    count => many(count, at => `${words(50, at * 14, 'ABCDE '.repeat(4))} ${words(320, at * 14, 'FGHIJ '.repeat(4))}`),
  ],
  'aligned columns': [
    50,
    count => many(count * 8, at => words((at % count) * 60, Math.floor(at / count) * 14 + 50, 'ABCDE')),
  ],
  'columns of prose': [
    12,
    count =>
      many(count * 8, at => words((at % count) * 200, Math.floor(at / count) * 14 + 50, 'ABCDE FGHIJ KLMNO PQRST')),
  ],
  'struck words': [
    1000,
    count => many(count, at => `${words(50, at * 14, 'ABCDE')} 50 ${at * 14 + 3} m 86 ${at * 14 + 3} l S`),
  ],
}

const sizes = [1, 2, 4]

/** Pages full of one thing, once, twice and four times: time in proportion to the number is 2 and 4. */
export async function hostile() {
  const rows = []
  for (const [name, [least, draw]] of Object.entries(families)) {
    const spent = []
    for (const size of sizes) spent.push(await cpuOf(pdfOf(draw(least * size))))
    rows.push([name, least, ms(spent[0]), ...spent.map(each => times(each / spent[0]))])
  }
  print(
    'Pages full of one thing: processor time, once = 1',
    ['a page of', 'number', 'ms', ...sizes.map(size => `${size}×`)],
    rows,
  )
}

async function cpuOf(bytes) {
  const before = process.cpuUsage()
  await readWith(readers, bytes, { everyTable: true })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const pdfOf = content =>
  Buffer.from(
    `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [4 0 R] >> endobj
3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 100000 100000] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >> endobj
5 0 obj << /Length ${content.length} >>
stream
${content}
endstream endobj
trailer << /Root 1 0 R >>
startxref
0
%%EOF
`,
    'latin1',
  )
