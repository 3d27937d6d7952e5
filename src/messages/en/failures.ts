import type { FailureArgs, Sentence } from '../arguments.ts'
import type { Spoken } from '../words.ts'

type Args<C extends keyof FailureArgs> = Spoken<FailureArgs[C]>

/** Every sentence of every failure: what was found and where, then what to do about it. */
export const failures: { readonly [C in keyof FailureArgs]: (args: Args<C>) => Sentence } = {
  EMPTY_INPUT: a => ({
    message:
      a.bytes === 0 ? 'the input is empty (0 bytes)' : `there is nothing but white space in the ${bytesOf(a.bytes)}`,
    hint: 'if a program took the text from a PDF, that PDF may be a scan, or the program found no table in it: give the PDF itself',
  }),
  NOT_TEXT: a => ({
    message: `not a text file: ${a.why}${where(a)}`,
    hint: a.encoding
      ? `convert it first: iconv -f ${a.encoding} -t UTF-8`
      : (a.instead ?? 'give the PDF, or its text saved as UTF-8, UTF-16 or CP932'),
  }),
  NOT_FOUND: a => ({
    message: a.isFile ? `"${a.what}" does not exist, or no longer exists` : `nothing matches "${a.what}"`,
    hint: a.isFile
      ? 'check the path, and whether it has been moved or deleted'
      : 'check the path, and put a pattern in quotation marks',
  }),
  UNREADABLE: a => ({
    message: `the input cannot be read: ${a.why}`,
    hint: 'check that it is a file and that you may read it',
  }),
  PASSWORD_REQUIRED: () => ({
    message: 'the PDF is locked with a password',
    hint: 'give the password with --password-file, or in the environment variable SAPPORO_EVAL_PASSWORD',
  }),
  PASSWORD_WRONG: () => ({
    message: 'the password does not open the PDF',
    hint: 'check the password given with --password-file, --password or SAPPORO_EVAL_PASSWORD',
  }),
  DAMAGED_PDF: a => ({
    message: `the PDF is damaged: ${a.what}`,
    hint: 'download it again, or save it again from a PDF viewer',
  }),
  SCANNED: a => ({
    message: `${a.pages} of ${a.of} pages are images without text`,
    hint: 'look for the PDF that was made from the original file, or run OCR and give its text',
  }),
  UNREADABLE_FONT: a => ({
    message: `the PDF does not say which characters its glyphs stand for (${list(a.fonts)})`,
    hint: 'look for the PDF that was made from the original file, or run OCR and give its text',
  }),
  TEXT_IS_LAYOUT: () => ({
    message: 'the text imitates columns by runs of spaces, as pdftotext -layout writes it',
    hint: 'give the PDF; where there is none, a text with the cells of its tables (HTML, Markdown or TSV), which pdftotext does not keep',
  }),
  TEXT_OUT_OF_ORDER: a => ({
    message: `the text${(a.line ?? 1) > 1 ? ` from line ${a.line} on` : ''} has lost the order of the page: ${a.unclaimed.toLocaleString('en')} of ${a.characters.toLocaleString('en')} characters have no field`,
    hint: 'give the PDF; where there is none, a text with the cells of its tables (HTML, Markdown or TSV), which pdftotext, mutool and pdf2txt do not keep',
  }),
  NO_SUCH_PAGE: a => ({
    message: `none of the pages asked for is there: the file has ${a.pages}`,
    hint: 'pages count from 1, whatever number is printed on them',
  }),
  LAYOUT_UNKNOWN: a => ({
    message: `${a.isMisnamed ? 'it is named .pdf but holds text; ' : ''}${unknownLayout(a)}`,
    hint: a.isMisnamed
      ? 'open it to see what was saved, and download the PDF again'
      : 'see with sapporo-eval detect --explain which marks are missing; where a text lost them, give the PDF itself',
  }),
  LAYOUT_AMBIGUOUS: a => ({
    message: `several layouts claim the same pages: ${list(a.claimants)}`,
    hint: 'name the right one with --layout',
  }),
  INPUT_TOO_LARGE: a => ({
    message: `${a.of ?? 'the input'} has ${amountOf(a.bytes, a.unit)}, more than the ${amountOf(a.limit, a.unit)} that can be read`,
    hint: sizeHint(a),
  }),
  TIMEOUT: a => ({
    message: `the input was not finished after ${a.seconds} ${a.seconds === 1 ? 'second' : 'seconds'}`,
    hint: 'choose pages with --pages, or raise --timeout',
  }),
  OUT_OF_MEMORY: a => ({
    message:
      a.megabytes === null
        ? 'the system ended the work on the input, as it does where memory runs out'
        : `the input needed more than ${a.megabytes} MB of memory`,
    hint: a.megabytes === null ? 'give fewer --jobs' : 'choose pages with --pages, or raise --memory-limit',
  }),
  PACKAGE_MISSING: a => ({
    message: `${a.needed} needs the package ${a.name}, which is not installed`,
    hint: `install it with npm i ${a.name}, or the tool again without --omit=optional`,
  }),
  INTERNAL: a => ({
    message: `the tool itself failed: ${a.detail}`,
    hint: 'this is a bug: report it with the output of --debug',
  }),
}

/** Why no layout claims an input or some pages of it, on one line. */
export const unknownLayout = ({ closest, missing }: Pick<Args<'LAYOUT_UNKNOWN'>, 'closest' | 'missing'>): string =>
  `no known layout fits${closest ? `; closest is ${closest}, which lacks ${missing.join(', ') || 'nothing'}` : ''}`

const list = (items: readonly string[]): string => (items.length === 0 ? 'none named' : items.join(', '))

const amountOf = (count: number, unit?: string): string =>
  unit === undefined ? bytesOf(count) : `${count.toLocaleString('en')} ${unit}`

function sizeHint({ unit, of }: Args<'INPUT_TOO_LARGE'>): string {
  if (of === 'the page') return 'check whether it is a page of a form: leave out a drawing with --pages'
  return unit === 'pages' ? 'split it, or choose pages with --pages' : 'check that it is a document, and split it'
}

const bytesOf = (count: number): string => (count === 1 ? '1 byte' : `${count} bytes`)

const where = ({ byte, line }: Args<'NOT_TEXT'>): string =>
  byte === undefined ? '' : ` at byte ${byte}${line === undefined ? '' : `, line ${line}`}`
