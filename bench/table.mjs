/** The least of several measurements: whatever else the machine does only adds to it. */
export const least = numbers => Math.min(...numbers)

/** Prints a Markdown table under a heading. */
export function print(title, head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
  console.log(`\n### ${title}\n\n${lines.join('\n')}`)
}

export const ms = value => value.toFixed(value < 10 ? 1 : 0)
export const times = value => `${value.toFixed(2)}×`
export const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
