/** Attributes by name; those that are undefined are left out. */
export type Attributes = { readonly [name: string]: string | number | undefined }

/** An element, its text or elements already written. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? shortNumber(value) : escaped(value)}"`],
  )
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

/** Text as XML 1.0 may hold it: what no XML can hold, not even escaped, becomes U+FFFD. */
export const escaped = (text: string): string =>
  text.replace(notXml, '\ufffd').replace(/[&<>"\r\n\t]/g, ch => escapes[ch] ?? ch)

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML refuses
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu

const escapes: { readonly [ch: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Hundredths of a point are finer than any eye. */
export const shortNumber = (value: number): string => String(Math.round(value * 100) / 100)
