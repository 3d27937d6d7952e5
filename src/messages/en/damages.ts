/** What is wrong inside a PDF. Each completes "the PDF is damaged: …". */
export const damages = {
  CUT_SHORT: (a: { pages: number }) => `it ends before its end mark; ${a.pages} pages could be recovered`,
  CUT_SHORT_NO_LIST: 'it ends before its end mark; the list of its pages is lost',
  CUT_SHORT_PAGES_LOST: (a: { pages: number }) =>
    `it ends before its end mark; what ${a.pages} of its pages need is lost`,
  PAGE_LIST_LOST: (a: { pages: number }) => `its list of pages is lost; ${a.pages} pages could be recovered`,
  DATA_OF_NO_PAGE: (a: { objects: readonly number[] }) =>
    `compressed data of no page in particular (object ${a.objects.join(', ')})`,
  STRUCTURE_UNREADABLE: 'its structure cannot be read',
  FIRST_LINE_LOST: 'its first line, which says that it is a PDF, is lost',
  PAGE_DATA_UNREADABLE: 'the data of the page cannot be read',
  PAGE_UNREAD: (a: { page: number }) => `the data of page ${a.page} cannot be read in full`,
  PAGES_UNREAD: (a: { from: number; to: number }) => `the data of pages ${a.from}–${a.to} cannot be read in full`,
  PAGE_UNREAD_SINCE: (a: { page: number; faults: readonly string[]; areAll: boolean }) =>
    `the data of page ${a.page} cannot be read in full (${a.faults.join('; ')}${a.areAll ? '' : '; …'})`,
  PAGES_UNREAD_SINCE: (a: { from: number; to: number; faults: readonly string[]; areAll: boolean }) =>
    `the data of pages ${a.from}–${a.to} cannot be read in full (${a.faults.join('; ')}${a.areAll ? '' : '; …'})`,
  ENGINE_FAILS: 'the PDF engine itself fails at it',
  SHOWN_TEXT_LOST: 'none of the text that it shows can be found',
  OBJECT_LIST_ASTRAY: 'its list of objects is not where it says',
  OBJECT_MISLED: (a: { object: number }) => `its list of objects does not lead to object ${a.object}`,
  OBJECTS_MISLED: (a: { object: number }) => `its list of objects does not lead to object ${a.object} and others`,
  PAGES_MISCOUNTED: (a: { named: number; counted: number | null }) =>
    `its list of pages counts ${a.counted ?? 'none'} and names ${a.named}`,
  PAGES_EXCHANGED: (a: { first: number; second: number }) =>
    `pages ${a.first} and ${a.second} may stand in each other's place, by the order of their objects`,
  OBJECT_BROKEN: (a: { object: number }) => `object ${a.object} is broken`,
  KEY_MISSPELT: (a: { key: string }) => `/${a.key} is misspelt`,
  KEY_OF_OBJECT_MISSPELT: (a: { key: string; object: number }) => `/${a.key} of object ${a.object} is misspelt`,
  OBJECT_ALTERED: (a: { object: number }) => `object ${a.object} is not as long as when it was written`,
  FILTER_OF_OBJECT_UNKNOWN: (a: { object: number; filter: string }) =>
    `object ${a.object} has the filter /${a.filter}, which is not known`,
  LENGTH_OFF: (a: { object: number }) => `the data of object ${a.object} are not as long as it says`,
  FONTS_WITHOUT_CONTENT: 'the page has fonts and no content',
  CONTENT_MISSING: (a: { object: number }) => `its content (object ${a.object}) is missing`,
  CONTENT_IS_NONE: (a: { object: number }) => `its content (object ${a.object}) is no content`,
  CONTENT_OF_NO_OBJECT_MISSING: 'its content (no object) is missing',
  CONTENT_OF_NO_OBJECT_IS_NONE: 'its content (no object) is no content',
  CONTENT_NOT_OF_PAGE: 'its content is no content of a page',
  FONT_MISSING: (a: { font: string }) => `the font /${a.font} is missing`,
  FONT_IS_NONE: (a: { font: string }) => `the font /${a.font} is none`,
  FONT_LACKS_GLYPHS: (a: { font: string }) => `the font /${a.font} lacks its glyphs`,
  FONT_LACKS_WIDTHS: (a: { font: string }) => `the widths of the font /${a.font} are missing`,
  FONT_ENCODING: (a: { font: string }) => `the encoding of the font /${a.font}`,
  FONT_TO_UNICODE: (a: { font: string }) => `/ToUnicode of the font /${a.font}`,
  FONT_DESCRIPTOR: (a: { font: string }) => `the descriptor of the font /${a.font}`,
  FONT_PROGRAM: (a: { font: string }) => `the font program of the font /${a.font}`,
  FILTER_UNKNOWN: (a: { filter: string }) => `its filter /${a.filter} is not known`,
  FILTER_FAILS: (a: { filter: string }) => `its ${a.filter} data cannot be decoded`,
  IN_OBJECT: (a: { object: number; fault: string }) => `object ${a.object}: ${a.fault}`,
  BRANCH_MISSING: 'a list of pages is missing',
  PAGE_BROKEN: (a: { object: number }) => `object ${a.object}, which the list of pages names, is broken`,
  PAGE_MISSING: (a: { object: number }) => `object ${a.object}, which the list of pages names, is missing`,
  PAGE_IS_NONE: (a: { object: number }) => `object ${a.object}, which the list of pages names, is no page`,
  ENTRY_IS_NO_PAGE: 'an entry of the list of pages, which the list of pages names, is no page',
  PAGES_IN_CIRCLE: 'the list of pages leads in a circle',
  PAGE_LISTED_TWICE: (a: { object: number; forgotten: number }) =>
    `the list of pages names object ${a.object} twice and the page of object ${a.forgotten} not at all`,
  CONTENT_OF_OTHER_PAGE: (a: { object: number }) =>
    `its content is that of another page, and object ${a.object} is used by none`,
  FONT_OF_OTHER: (a: { font: string; object: number }) =>
    `its font /${a.font} is another, and the font of object ${a.object} is used nowhere`,
  FONTS_ALIKE: (a: { object: number }) =>
    `two of its fonts name their characters alike, and object ${a.object} is used nowhere`,
  DRAWN_MISSING: (a: { name: string }) => `/${a.name}, which its content draws, is missing`,
  DRAWN_IS_NONE: (a: { name: string }) => `/${a.name}, which its content draws, is neither form nor image`,
} as const
