import { documentEndings } from './inputs/endings.ts'

const exitCodes = {
  0: 'all done',
  1: 'no document written',
  2: 'wrong usage, or a path or pattern that matches nothing',
  3: 'some inputs failed, the others are written',
  4: 'all done, but --strict, --min-coverage or --min-verdict found something',
  130: 'interrupted, 143 terminated; the same command resumes the run',
} as const

type ExitCodes = { readonly [code: number]: string }

const helpTail = (examples: readonly string[], codes: ExitCodes, remarks: readonly string[] = []): string =>
  [
    '',
    ...remarks.flatMap(remark => [remark, '']),
    'Examples:',
    ...examples.map(example => `  $ ${example}`),
    '',
    'Exit codes:',
    ...Object.entries(codes).map(([code, meaning]) => `  ${code.padEnd(4)}${meaning}`),
  ].join('\n')

const ofFolders = `Of a folder, at any depth, these files are read: ${documentEndings.join(' ')}`

/** The text below the options in the help of the tool and of each command. */
export const helpTails = {
  program: helpTail(
    [
      'sapporo-eval extract report.pdf -o report.json',
      'sapporo-eval extract reports/ -f csv -o tables/',
      'sapporo-eval extract --help',
    ],
    exitCodes,
  ),
  extract: helpTail(
    [
      'sapporo-eval extract report.pdf -o report.json',
      'sapporo-eval extract sheets.pdf --pages 1-3,7 -o sheets.xlsx',
      "sapporo-eval extract 'reports/**/*.txt' -f jsonl | head -1",
      'sapporo-eval extract release/2025/ -f csv -o out/ --jobs 2',
    ],
    exitCodes,
    [
      ofFolders,
      'A folder given to -o gets a CSV file for every table, or extraction.json or .jsonl, or with --per-file a JSON file for each input; beside them failures.jsonl, release-findings.jsonl and, last, datapackage.json.',
    ],
  ),
  detect: helpTail(
    [
      'sapporo-eval detect reports/',
      'sapporo-eval detect report.pdf --explain',
      'sapporo-eval detect report.pdf -f json',
    ],
    {
      0: 'every input is of a known layout',
      1: 'nothing is recognised',
      2: exitCodes[2],
      3: 'some inputs are recognised, others are not',
      130: 'interrupted',
    },
    [ofFolders],
  ),
  inspect: helpTail(
    [
      'sapporo-eval inspect report.pdf --page 2 -o page2.svg',
      'sapporo-eval inspect report.pdf --tables -f csv -o cells.csv',
    ],
    {
      0: 'written',
      1: 'nothing written: the file or the page cannot be read',
      2: exitCodes[2],
      3: 'written, but something could not be read',
      130: 'interrupted',
    },
    [
      'On the drawing each field has its name, its value and pointer as a tooltip, text that belongs to no field is red, and the fields without a value are listed beside the page.',
      'With --tables each cell has its page, the number of its table there, row and column from 0, the rows and columns it spans, its printed lines, its box in points, and what showed the table: lines, fills or alignment alone. Beside ruled tables the others are listed too, though forms are read without them.',
    ],
  ),
  schema: helpTail(
    [
      'sapporo-eval schema > extraction.schema.json',
      'sapporo-eval schema finding-table',
      'sapporo-eval schema finding-table --table findings',
    ],
    { 0: 'written', 2: 'wrong usage' },
  ),
  validate: helpTail(['sapporo-eval validate report.json', "sapporo-eval validate 'out/*.json'"], {
    0: 'every file is valid',
    1: 'no file could be checked',
    2: exitCodes[2],
    3: 'some files could not be read',
    4: 'a file is not valid',
    130: 'interrupted',
  }),
} as const
