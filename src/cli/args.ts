import { InvalidArgumentError } from 'commander'
import type { Pages } from '../envelope.ts'
import type { PdfReading } from '../readers/registry.ts'

/** The values of --reader, without loading a reader. */
export const pdfReadings = ['geometry', 'text'] as const satisfies readonly PdfReading[]

/** `1-3,7` as spans of pages. */
export function parsePages(text: string): Pages[] {
  return text.split(',').map(part => {
    const found = /^\s*(?<from>[1-9]\d{0,6})\s*(?:-\s*(?<to>[1-9]\d{0,6})\s*)?$/.exec(part)
    const from = Number(found?.groups?.from)
    const to = Number(found?.groups?.to ?? from)
    if (!found || to < from) throw new InvalidArgumentError('Pages count from 1 and are given like 1-3,7.')
    return { from, to }
  })
}

/** `0.98` as a share between 0 and 1. */
export function parseShare(text: string): number {
  const share = Number(text)
  const isShare = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) && share <= 1
  if (!isShare) throw new InvalidArgumentError('It is a share between 0 and 1, such as 0.98.')
  return share
}

/** `2` as the number of a page. */
export function parsePage(text: string): number {
  if (!/^\s*[1-9]\d{0,6}\s*$/.test(text)) throw new InvalidArgumentError('Pages count from 1.')
  return Number(text)
}

/** `2` as a number of things, from 1. */
export function parseCount(text: string): number {
  if (!/^\s*[1-9]\d{0,6}\s*$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.')
  return Number(text)
}

/** `1.5` as seconds, more than none; a timer takes no more than 24 days. */
export function parseSeconds(text: string): number {
  const seconds = Number(text)
  const isSpan = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) && seconds > 0 && seconds < 2_000_000
  if (!isSpan) throw new InvalidArgumentError('It is a number of seconds above 0, such as 60.')
  return seconds
}

/** An address on the web. */
export function parseAddress(text: string): string {
  if (!/^https?:\/\/\S+$/.test(text)) throw new InvalidArgumentError('It is an address that begins with https://.')
  return text
}

/** The short name of a licence, as Data Package allows it, or the address of its text. */
export function parseLicence(text: string): string {
  const isNamed = /^[-a-zA-Z0-9._]+$/.test(text)
  if (!isNamed && !/^https?:\/\/\S+$/.test(text))
    throw new InvalidArgumentError('It is a short name such as CC-BY-4.0, or an address that begins with https://.')
  return text
}
