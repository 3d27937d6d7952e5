import { jsonText } from '../../diagnostics/json-text.ts'
import type { Language } from '../../messages/language.ts'
import type { Listed, Review, ReviewDocument } from '../view/review.ts'
import { listName, styleName, viewName } from './names.ts'

/** What the list of a site holds. */
export interface SiteList extends Pick<Review, 'key' | 'failures'> {
  readonly language: Language
  readonly documents: readonly Listed[]
}

/** The name under which the page takes its data. */
const taker = 'sapporoReview'

/** A script that gives the page its list: a page on a disk may load scripts, and nothing else. */
export const listScript = (list: SiteList): string => `${taker}.list(${inScript(list)})\n`

/** A script that gives the page the document of an index. */
export const documentScript = (index: number, document: ReviewDocument): string =>
  `${taker}.document(${index}, ${inScript(document)})\n`

/** JSON that is the same in a script, even where the script stands in a page: nothing in it ends the one or begins the other. */
const inScript = (value: unknown): string =>
  jsonText(value).replace(/[<>&]/g, sign => `\\u00${sign.charCodeAt(0).toString(16)}`)

/** Nothing comes from elsewhere, no script stands in the page itself, and nothing is sent. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The page, which holds nothing but the way to its scripts. */
export const startPage = (language: Language, title: string): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="stylesheet" href="${styleName}">
<body>
<div id="review"></div>
<script src="${viewName}"></script>
<script src="${listName}"></script>
</body>
</html>
`
