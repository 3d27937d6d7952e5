/** The standard names of glyphs: those of some characters that follow one another, from a code on. */
const named: readonly (readonly [from: number, names: string])[] = [
  [
    0x20,
    'space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash',
  ],
  [0x30, 'zero one two three four five six seven eight nine colon semicolon less equal greater question at'],
  [0x5b, 'bracketleft backslash bracketright asciicircum underscore grave'],
  [0x7b, 'braceleft bar braceright asciitilde'],
  [
    0xa1,
    'exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot',
  ],
  [
    0xae,
    'registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior',
  ],
  [0xba, 'ordmasculine guillemotright onequarter onehalf threequarters questiondown'],
  [
    0xc0,
    'Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex',
  ],
  [
    0xcf,
    'Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute',
  ],
  [
    0xde,
    'Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave',
  ],
  [
    0xed,
    'iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex',
  ],
  [0xfc, 'udieresis yacute thorn ydieresis'],
  [0x2013, 'endash emdash'],
  [0x2018, 'quoteleft quoteright'],
  [0x201c, 'quotedblleft quotedblright'],
]

const characters = new Map(
  named.flatMap(([from, names]) => names.split(' ').map((name, at) => [name, String.fromCharCode(from + at)] as const)),
)

/** The character that a glyph of a standard name stands for: `A`, `eacute`, `uni4E8B`, `u20BB7`; undefined for any other name. */
export function characterNamed(name: string): string | undefined {
  if (/^[A-Za-z]$/.test(name)) return name
  const code = /^uni([\dA-F]{4})$/.exec(name)?.[1] ?? /^u([\dA-F]{4,6})$/.exec(name)?.[1]
  const point = code === undefined ? Number.NaN : Number.parseInt(code, 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : characters.get(name)
}
