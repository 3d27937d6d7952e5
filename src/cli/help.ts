import type { Catalogue } from '../messages/catalogue.ts'
import { catalogueOf } from '../messages/catalogue.ts'
import { documentEndings } from './inputs/endings.ts'
import { screenLanguage } from './language.ts'

/** The words of the help in the language of the screen. */
export const helpWords = (): Catalogue['help'] => catalogueOf(screenLanguage()).help

interface Tail {
  readonly examples: readonly string[]
  readonly codes: { readonly [code: number]: string }
  readonly remarks?: readonly string[]
}

/** The text below the options in the help of the tool and of each command. */
export function helpTail(command: keyof ReturnType<typeof tails>): string {
  const words = helpWords()
  const { examples, codes, remarks = [] }: Tail = tails(words)[command]
  return [
    '',
    ...remarks.flatMap(remark => [remark, '']),
    words.titles.examples,
    ...examples.map(example => `  $ ${example}`),
    '',
    words.titles.exitCodes,
    ...Object.entries(codes).map(([code, meaning]) => `  ${code.padEnd(4)}${meaning}`),
  ].join('\n')
}

function tails(words: Catalogue['help']) {
  const { exits } = words
  const ofFolders = words.ofFolders({ endings: documentEndings.join(' ') })
  const ofExtract = {
    0: exits.done,
    1: exits.nothing,
    2: exits.usage,
    3: exits.some,
    4: exits.findings,
    130: exits.interruptedResumes,
  }
  return {
    program: {
      examples: [
        'sapporo-eval extract report.pdf -o report.json',
        'sapporo-eval extract reports/ -f csv -o tables/',
        'sapporo-eval extract --help',
      ],
      codes: ofExtract,
    },
    extract: {
      examples: [
        'sapporo-eval extract report.pdf -o report.json',
        'sapporo-eval extract sheets.pdf --pages 1-3,7 -o sheets.xlsx',
        "sapporo-eval extract 'reports/**/*.txt' -f jsonl | head -1",
        'sapporo-eval extract release/2025/ -f csv -o out/ --jobs 2',
      ],
      codes: ofExtract,
      remarks: [ofFolders, words.ofOutputFolder, words.ofDefaults],
    },
    merge: {
      examples: [
        'sapporo-eval extract release/ -f csv --shard 3/16 -o part-3/',
        'sapporo-eval merge part-*/ -o out/',
        'sapporo-eval merge part-*/ -o out.xlsx',
      ],
      codes: { ...ofExtract, 2: exits.partsRefused, 130: exits.interrupted },
      remarks: [words.ofParts],
    },
    review: {
      examples: ['sapporo-eval review sheets/ -o review/', 'sapporo-eval review report.pdf -o review/ --lang ja'],
      codes: {
        0: exits.done,
        1: exits.nothing,
        2: exits.usage,
        3: exits.some,
        130: exits.interruptedResumes,
      },
      remarks: [ofFolders, words.ofReview],
    },
    decide: {
      examples: [
        'sapporo-eval decide sheet.pdf /records/0/costs/0/totalThousandYen --correct 192,788 -o decisions.jsonl',
        'sapporo-eval decide sheets.pdf /records/0/projectName --page 7 --accept',
      ],
      codes: { 0: exits.written, 1: exits.notWritten, 2: exits.usage, 130: exits.interrupted },
    },
    diff: {
      examples: [
        'sapporo-eval diff out/2024/ out/2025/',
        'sapporo-eval diff release/2024/ release/2025/ -o changes.html --lang ja',
        'sapporo-eval diff 2024.json 2025.json -o changes.xlsx',
      ],
      codes: {
        0: exits.done,
        1: exits.notWritten,
        2: exits.usage,
        3: exits.some,
        4: words.differs,
        130: exits.interrupted,
      },
      remarks: [words.ofDiff],
    },
    history: {
      examples: [
        'sapporo-eval history out/2023/ out/2024/ out/2025/ -o history.xlsx',
        'sapporo-eval history 2024.json 2025.json --table history_costs -o costs.csv',
      ],
      codes: { 0: exits.done, 1: exits.notWritten, 2: exits.usage, 3: exits.some, 130: exits.interrupted },
      remarks: [words.ofHistory],
    },
    detect: {
      examples: [
        'sapporo-eval detect reports/',
        'sapporo-eval detect report.pdf --explain',
        'sapporo-eval detect report.pdf -f json',
      ],
      codes: {
        0: exits.recognised,
        1: exits.notRecognised,
        2: exits.usage,
        3: exits.someRecognised,
        130: exits.interrupted,
      },
      remarks: [ofFolders],
    },
    inspect: {
      examples: [
        'sapporo-eval inspect report.pdf --page 2 -o page2.svg',
        'sapporo-eval inspect report.pdf --tables -f csv -o cells.csv',
      ],
      codes: { 0: exits.written, 1: exits.notWritten, 2: exits.usage, 3: exits.someUnread, 130: exits.interrupted },
      remarks: [words.ofDrawing, words.ofTables],
    },
    schema: {
      examples: [
        'sapporo-eval schema > extraction.schema.json',
        'sapporo-eval schema finding-table',
        'sapporo-eval schema finding-table --table findings',
      ],
      codes: { 0: exits.written, 2: exits.wrongUsage },
    },
    completion: {
      examples: ['source <(sapporo-eval completion bash)', 'sapporo-eval completion fish | source'],
      codes: { 0: exits.written, 2: exits.wrongUsage },
    },
    explain: {
      examples: ['sapporo-eval explain SUM_MISMATCH', 'sapporo-eval explain'],
      codes: { 0: exits.written, 2: exits.wrongUsage },
    },
    validate: {
      examples: ['sapporo-eval validate report.json', "sapporo-eval validate 'out/*.json'"],
      codes: {
        0: exits.valid,
        1: exits.noneChecked,
        2: exits.usage,
        3: exits.someNotChecked,
        4: exits.invalid,
        130: exits.interrupted,
      },
    },
  }
}
