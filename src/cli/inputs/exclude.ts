export interface ExcludeFlags {
  /** Patterns of what is left out of folders and patterns. */
  readonly exclude?: readonly string[]
}

/**
 * Whether a path below a folder that was given is left out. A pattern without a slash is one of names, at any depth; with one it is of the
 * path from that folder. What leaves a folder out leaves out all in it.
 */
export function isExcluded(below: string, { exclude = [] }: ExcludeFlags): boolean {
  return exclude.some(pattern => expressionOf(pattern).test(below))
}

const known = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const expression = known.get(pattern) ?? made(pattern)
  known.set(pattern, expression)
  return expression
}

/** `*` and `?` stand for what is within a name, `**` for folders, `{a,b}` for one of several, `[ab]` for one character. */
function made(pattern: string): RegExp {
  const plain = pattern.replace(/^(?:\.?\/)+|\/+$/gu, '')
  const start = plain.includes('/') ? '^' : '^(?:.*/)?'
  const signs = plain.match(/\*\*\/|\*+|\?|\[[^\]/]+\]|\{[^{}/]+\}|./gsu) ?? []
  const expression = `${start}${signs.map(signOf).join('')}(?:/.*)?$`
  try {
    return new RegExp(expression, 'su')
  } catch {
    // `[9-0]` is no class: such a pattern means its signs themselves.
    return new RegExp(`${start}${escaped(plain)}(?:/.*)?$`, 'su')
  }
}

function signOf(sign: string): string {
  if (sign === '**/') return '(?:.*/)?'
  if (/^\*{2,}$/u.test(sign)) return '.*'
  if (sign === '*') return '[^/]*'
  if (sign === '?') return '[^/]'
  if (/^\[.+\]$/su.test(sign)) return classOf(sign.slice(1, -1))
  if (/^\{.+\}$/su.test(sign)) return `(?:${sign.slice(1, -1).split(',').map(escaped).join('|')})`
  return escaped(sign)
}

/** `ab` or `0-9`, and with `!` or `^` before it all but these. */
function classOf(members: string): string {
  const isNegated = /^[!^]./su.test(members)
  const own = (isNegated ? members.slice(1) : members).replace(/[\\\]^[]/gu, '\\$&')
  return `[${isNegated ? '^/' : ''}${own}]`
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
