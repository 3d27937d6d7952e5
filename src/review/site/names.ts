/** The page that is opened, and the files that it loads first. */
export const startName = 'index.html'
export const listName = 'list.js'
export const styleName = 'view.css'
export const viewName = 'view.js'

const numbered = (number: number, digits: number): string => String(number).padStart(digits, '0')

/** The file of the `index`-th document of the list. */
export const documentName = (index: number): string => `data/${numbered(index + 1, 4)}.js`

/** The picture of a page of the `source`-th input, both from 1. */
export const pictureName = (source: number, page: number): string =>
  `pages/${numbered(source, 4)}-${numbered(page, 4)}.png`
