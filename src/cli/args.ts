import { InvalidArgumentError } from 'commander'

export const formats = ['json', 'jsonl', 'csv'] as const
export type Format = (typeof formats)[number]

export const encodings = ['utf-8', 'utf-8-bom', 'cp932'] as const
export type Encoding = (typeof encodings)[number]

export const headings = ['en', 'ja'] as const
export type Headings = (typeof headings)[number]

export interface PageSpan {
  readonly from: number
  readonly to: number
}

/** `1-3,7` as spans of pages. */
export function parsePages(text: string): PageSpan[] {
  return text.split(',').map(part => {
    const found = /^\s*(?<from>[1-9]\d{0,6})\s*(?:-\s*(?<to>[1-9]\d{0,6})\s*)?$/.exec(part)
    const from = Number(found?.groups?.from)
    const to = Number(found?.groups?.to ?? from)
    if (!found || to < from) throw new InvalidArgumentError(`Pages count from 1 and are given like 1-3,7.`)
    return { from, to }
  })
}

/** `0.98` as a share between 0 and 1. */
export function parseShare(text: string): number {
  const share = Number(text)
  const isShare = /^\d*\.?\d+$/.test(text) && share <= 1
  if (!isShare) throw new InvalidArgumentError('It is a share between 0 and 1, such as 0.98.')
  return share
}

const endings: { readonly [ending: string]: Format } = {
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
}

/** The format that the ending of a path asks for. */
export const formatOfEnding = (path: string): Format | undefined =>
  endings[/\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '']
