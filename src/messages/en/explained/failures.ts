import type { FailureArgs } from '../../arguments.ts'
import type { Explained } from '../../explanation.ts'

/** What each code of a failure means, an example of it, and what to do. */
export const failures: { readonly [C in keyof FailureArgs]: Explained } = {
  EMPTY_INPUT: {
    meaning: 'The input has no text.',
    example: 'A file of 0 bytes, or one of white space.',
    todo: 'Give the PDF itself: where its text is empty, it may be a scan.',
  },
  NOT_TEXT: {
    meaning: 'The input is neither a PDF nor a text in an encoding that is known.',
    example: 'A picture, a workbook, or a text in EUC-JP.',
    todo: 'Give the PDF, or save the text as UTF-8, UTF-16 or CP932.',
  },
  NOT_FOUND: {
    meaning: 'There is no such file, or nothing matches the pattern.',
    example: 'A path with a misspelt folder.',
    todo: 'Check the path, and put a pattern in quotation marks.',
  },
  UNREADABLE: {
    meaning: 'The system does not let the input be read.',
    example: 'A file of another user, or a disk with errors.',
    todo: 'Check that it is a file and that you may read it.',
  },
  PASSWORD_REQUIRED: {
    meaning: 'The PDF opens with a password only.',
    example: 'A PDF that a viewer asks a password for.',
    todo: 'Give the password with --password-file or in SAPPORO_EVAL_PASSWORD.',
  },
  PASSWORD_WRONG: {
    meaning: 'The password given does not open the PDF.',
    example: 'The password of another file.',
    todo: 'Check the password, and in what order --password-file and SAPPORO_EVAL_PASSWORD give it.',
  },
  DAMAGED_PDF: {
    meaning: 'The PDF is damaged, so that it, or some of its pages, cannot be read whole.',
    example: 'A download that was cut off.',
    todo: 'Download it again, or save it again from a PDF viewer.',
  },
  SCANNED: {
    meaning: 'Pages are pictures without text.',
    example: 'A paper that was scanned.',
    todo: 'Look for the PDF that was made from the original file, or run OCR and give its text.',
  },
  UNREADABLE_FONT: {
    meaning: 'The PDF does not say which characters its glyphs stand for.',
    example: 'A text that comes out of a viewer as other signs when it is copied.',
    todo: 'Look for the PDF that was made from the original file, or run OCR and give its text.',
  },
  TEXT_IS_LAYOUT: {
    meaning: 'The text imitates columns by runs of spaces.',
    example: 'What pdftotext -layout writes.',
    todo: 'Give the PDF, or a text with the cells of its tables (HTML, Markdown or TSV).',
  },
  TEXT_OUT_OF_ORDER: {
    meaning: 'The text has lost the order of the page, so that too much of it belongs to no field.',
    example: 'Labels here, values there, as they were drawn.',
    todo: 'Give the PDF, or a text with the cells of its tables (HTML, Markdown or TSV).',
  },
  NO_SUCH_PAGE: {
    meaning: 'None of the pages asked for is there.',
    example: '--pages 9 of a file with 4 pages.',
    todo: 'Count pages from 1, whatever number is printed on them.',
  },
  LAYOUT_UNKNOWN: {
    meaning: 'The document is of no layout that is known.',
    example: 'A budget, or a form of another city.',
    todo: 'See with detect --explain which marks are missing; where a text lost them, give the PDF.',
  },
  LAYOUT_AMBIGUOUS: {
    meaning: 'Several layouts claim the same pages.',
    example: 'A page with the heads of two forms.',
    todo: 'Name the right one with --layout.',
  },
  INPUT_TOO_LARGE: {
    meaning: 'The input, or a page of it, has more than can be read.',
    example: 'A drawing with a million lines.',
    todo: 'Choose pages with --pages, or split the file.',
  },
  TIMEOUT: {
    meaning: 'The input was not finished in the time that it has.',
    example: 'Hundreds of pages in one file on a slow machine.',
    todo: 'Choose pages with --pages, or raise --timeout.',
  },
  OUT_OF_MEMORY: {
    meaning: 'The input needed more memory than it has.',
    example: 'A page that unpacks to gigabytes.',
    todo: 'Choose pages with --pages, raise --memory-limit, or lower --jobs.',
  },
  PACKAGE_MISSING: {
    meaning: 'The tool was installed without a package that this needs.',
    example: '--findings without kuromoji, after npm i --omit=optional.',
    todo: 'Install the package that is named, or the tool again without --omit=optional.',
  },
  INTERNAL: {
    meaning: 'The tool itself failed: a bug.',
    example: 'A file of a kind that nobody thought of.',
    todo: 'Report it with the output of --debug.',
  },
}
