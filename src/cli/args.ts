import { InvalidArgumentError } from 'commander'
import type { Shard } from '../batch/parts/shard.ts'
import type { Pages } from '../envelope.ts'
import { catalogueOf } from '../messages/catalogue.ts'
import { say } from '../messages/words.ts'
import type { PdfReading } from '../readers/registry.ts'
import { shown } from './reporting/stderr.ts'

/** The values of --reader, without loading a reader. */
export const pdfReadings = ['geometry', 'text'] as const satisfies readonly PdfReading[]

const invalid = (form: Form): InvalidArgumentError => new InvalidArgumentError(shown(say(form)))

type Form =
  | 'PAGES_FORM'
  | 'SHARE_FORM'
  | 'PAGE_FORM'
  | 'COUNT_FORM'
  | 'SECONDS_FORM'
  | 'ADDRESS_FORM'
  | 'LICENCE_FORM'
  | 'CODES_FORM'
  | 'SHARD_FORM'

/** `1-3,7` as spans of pages. */
export function parsePages(text: string): Pages[] {
  return text.split(',').map(part => {
    const found = /^\s*(?<from>[1-9]\d{0,6})\s*(?:-\s*(?<to>[1-9]\d{0,6})\s*)?$/.exec(part)
    const from = Number(found?.groups?.from)
    const to = Number(found?.groups?.to ?? from)
    if (!found || to < from) throw invalid('PAGES_FORM')
    return { from, to }
  })
}

/** `0.98` as a share between 0 and 1. */
export function parseShare(text: string): number {
  const share = Number(text)
  const isShare = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) && share <= 1
  if (!isShare) throw invalid('SHARE_FORM')
  return share
}

/** `2` as the number of a page. */
export function parsePage(text: string): number {
  if (!/^\s*[1-9]\d{0,6}\s*$/.test(text)) throw invalid('PAGE_FORM')
  return Number(text)
}

/** `2` as a number of things, from 1. */
export function parseCount(text: string): number {
  if (!/^\s*[1-9]\d{0,6}\s*$/.test(text)) throw invalid('COUNT_FORM')
  return Number(text)
}

/** `3/16` as the third of sixteen shares. */
export function parseShard(text: string): Shard {
  const found = /^\s*(?<number>[1-9]\d{0,5})\s*\/\s*(?<of>[1-9]\d{0,5})\s*$/.exec(text)?.groups
  const [number, of] = [Number(found?.number), Number(found?.of)]
  if (!found || number > of) throw invalid('SHARD_FORM')
  return { number, of }
}

/** `1.5` as seconds, more than none; a timer takes no more than 24 days. */
export function parseSeconds(text: string): number {
  const seconds = Number(text)
  const isSpan = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) && seconds > 0 && seconds < 2_000_000
  if (!isSpan) throw invalid('SECONDS_FORM')
  return seconds
}

/** An address on the web. */
export function parseAddress(text: string): string {
  if (!/^https?:\/\/\S+$/.test(text)) throw invalid('ADDRESS_FORM')
  return text
}

/** The short name of a licence, as Data Package allows it, or the address of its text. */
export function parseLicence(text: string): string {
  const isNamed = /^[-a-zA-Z0-9._]+$/.test(text)
  if (!isNamed && !/^https?:\/\/\S+$/.test(text)) throw invalid('LICENCE_FORM')
  return text
}

/** `SUM_MISMATCH,SCANNED` as codes of diagnostics, failures and findings across a release. */
export function parseCodes(text: string): string[] {
  const codes = text.split(',').map(code => code.trim())
  const known: readonly string[] = [diagnosticsOf, failuresOf].flatMap(each => Object.keys(each()))
  if (!codes.every(code => known.includes(code))) throw invalid('CODES_FORM')
  return codes
}

const diagnosticsOf = () => catalogueOf('en').diagnostics
const failuresOf = () => catalogueOf('en').failures
