const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Block elements: what precedes and what follows them are other lines. */
export const blockElements = words(`
  address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section
  summary table tbody td tfoot th thead title tr ul`)

/** Elements that only say how the words of a line look, or that print nothing. */
const inlineElements = words(`
  a abbr acronym area audio b base bdi bdo big blink br button canvas cite code col colgroup data datalist del dfn em
  embed font i img input ins kbd label link map mark marquee meta meter nobr noscript object output param picture
  progress q rp rt ruby s samp script select slot small source span strike strong style sub sup template textarea time
  track tt u var video wbr`)

/** Elements without content: they are never closed. */
export const voidElements = words('area base br col embed hr img input link meta param source track wbr')

/** Elements whose content is read verbatim until they are closed; one that is never closed is not an element. */
export const rawElements = words('script style textarea title')

/** Elements whose content is not printed. */
export const unprintedElements = words('script style title')

/** The parts of a table that are read as such inside a table only. */
export const tableParts = words('caption tbody td tfoot th thead tr')

export const isElement = (name: string): boolean => blockElements.has(name) || inlineElements.has(name)

/** What begins on the line after an opening tag. */
export function beginsOf(name: string): 'paragraph' | 'item' | 'heading' {
  if (/^h[1-6]$/.test(name)) return 'heading'
  return name === 'li' || name === 'dt' || name === 'dd' ? 'item' : 'paragraph'
}
