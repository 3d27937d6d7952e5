import { isElement } from './elements.ts'

/** Where markup may begin: `a < b` and `R&D` are passed over at once. */
export const mayBegin = /<(?=[!?/a-z])|&(?=[#a-z])/gi

const entity = /&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iy
const tagName = /<\/?([a-z][a-z0-9]{0,15})(?=[\s/>])/iy
const declaration = /<(?:!doctype|\?[a-z])[^<>\f]*>/iy
const space = /[ \t\n\r]*/y
const attributeName = /[a-z_:@][a-z0-9_:.@-]{0,63}/iy
const bareValue = /[^\s"'=<>`]+/y
/** The attributes that HTML allows without a value; other bare words between `<` and `>` are prose. */
const bareAttribute =
  /^(?:allowfullscreen|border|checked|compact|controls|disabled|hidden|itemscope|multiple|nohref|noshade|nowrap|open|readonly|required|reversed|selected)$/i

/**
 * Finds the end of what has the shape of markup. A parser that meets `<p` in prose takes everything up to the next `>` for the tag;
 * so it is shown only what is closed, of a known name and has well-formed attributes. Call with ascending offsets.
 */
export function shapesIn(text: string): (at: number) => number | undefined {
  const commentEnd = finder(text, '-->')
  const oddCommentEnd = finder(text, '--!>')
  return at => {
    if (text[at] === '&') return endOf(entity, text, at)
    if (!text.startsWith('<!--', at)) return tagEnd(text, at) ?? endOf(declaration, text, at)
    const ends = [after(commentEnd(at + 2), 3), after(oddCommentEnd(at + 4), 4)].filter(end => end !== undefined)
    return ends.length === 0 ? undefined : Math.min(...ends)
  }
}

const after = (at: number, length: number): number | undefined => (at < 0 ? undefined : at + length)

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** `indexOf` for ascending offsets that looks at no character twice. */
function finder(text: string, what: string): (from: number) => number {
  let found = -2
  return from => {
    if (found === -2 || (found >= 0 && found < from)) found = text.indexOf(what, from)
    return found
  }
}

function tagEnd(text: string, at: number): number | undefined {
  const name = endOf(tagName, text, at)
  if (name === undefined || !isElement(text.slice(at, name).replace(/^<\/?/, '').toLowerCase())) return undefined
  let here: number | undefined = name
  while (here !== undefined) {
    const next = endOf(space, text, here) as number
    if (text[next] === '>') return next + 1
    here = partEnd(text, here, next)
  }
  return undefined
}

/** The end of one part of a tag, a slash or an attribute; an attribute is separated from what precedes it. */
function partEnd(text: string, before: number, at: number): number | undefined {
  if (text[at] === '/') return at + 1
  return at > before || text[before - 1] === '/' ? attributeEnd(text, at) : undefined
}

function attributeEnd(text: string, at: number): number | undefined {
  const name = endOf(attributeName, text, at)
  if (name === undefined) return undefined
  const equals = endOf(space, text, name) as number
  if (text[equals] === '=') return valueEnd(text, endOf(space, text, equals + 1) as number)
  return bareAttribute.test(text.slice(at, name)) ? name : undefined
}

function valueEnd(text: string, at: number): number | undefined {
  const quote = text[at]
  if (quote !== '"' && quote !== "'") return endOf(bareValue, text, at)
  return after(text.indexOf(quote, at + 1), 1)
}
