import { catalogueOf } from '../../messages/catalogue.ts'
import type { Language } from '../../messages/language.ts'
import { Buffer, sha256Of } from '../../platform/index.ts'
import { colours } from '../../review/view/colours.ts'
import type { Line, Report, Section } from './lines.ts'

const styles = `
body { ${colours} max-width: 75em; margin: 0 auto; padding: 1em; }
h1 { font-size: 1.3em; } h2 { font-size: 1.1em; margin: 1.4em 0 .3em; }
nav, .soft { color: var(--soft); } a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .25em .6em; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
thead th { background: #f5f5f8; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
section.disagreement h2, section.duplicate h2 { color: var(--error); } section.not_comparable h2 { color: var(--doubt); }
tr { content-visibility: auto; } del { color: var(--error); } ins { color: var(--good); }
@media print { body { max-width: none; font-size: 9pt; } tr { break-inside: avoid; } }
`

const signs: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/gu, sign => signs[sign] as string)

/** A report as one page that loads nothing and runs nothing: all its texts may come from documents. */
export function pageOf({ title, releases, counts, sections }: Report, language: Language): string {
  const words = catalogueOf(language).compare
  const hash = Buffer.from(sha256Of(Buffer.from(styles, 'utf8')), 'hex').toString('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const links = sections.map(({ kind, heading }) => `<a href="#${kind}">${escaped(heading)}</a>`)
  return [
    `<!doctype html>\n<html lang="${language}">\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>\n<style>${styles}</style>`,
    `<body>\n<h1>${escaped(title)}</h1>\n<p>${escaped(releases)}</p>`,
    `<ul class="soft">${counts.map(count => `<li>${escaped(count)}</li>`).join('')}</ul>`,
    sections.length === 0 ? `<p>${escaped(words.none)}</p>` : `<nav>${links.join(' · ')}</nav>`,
    `<main>${sections.map(section => sectionHtml(section, words.heads)).join('\n')}</main>\n</body>\n</html>\n`,
  ].join('\n')
}

const sectionHtml = ({ kind, heading, lines }: Section, heads: readonly string[]): string =>
  [
    `<section class="${kind}" id="${kind}"><h2>${escaped(heading)}</h2>`,
    `<table><thead><tr>${heads.map(head => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>`,
    ...lines.map(rowHtml),
    '</tbody></table></section>',
  ].join('\n')

function rowHtml({ record, what, old, new: fresh, difference, parts }: Line): string {
  const isNumber = /^[+−]/u.test(difference)
  const cell = (html: string) => (isNumber ? `<td class="number">${html}</td>` : `<td>${html}</td>`)
  const side = (text: string, own: 'old' | 'new', mark: 'del' | 'ins') => {
    const shown = parts.filter(part => part.in !== (own === 'old' ? 'new' : 'old'))
    const marked = shown.map(part =>
      part.in === own ? `<${mark}>${escaped(part.text)}</${mark}>` : escaped(part.text),
    )
    return cell(parts.length === 0 ? escaped(text) : marked.join(''))
  }
  const sides = `${side(old, 'old', 'del')}${side(fresh, 'new', 'ins')}${cell(escaped(difference))}`
  return `<tr><th scope="row">${escaped(record)}</th><td>${escaped(what)}</td>${sides}</tr>`
}
