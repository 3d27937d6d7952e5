import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OutputBundle } from 'rolldown'

const packageOf = (module: string): string | undefined =>
  /^(?<folder>.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.groups?.folder

/** The licence of a package, as it lies there. */
function licenceOf(folder: string): string {
  const name = folder.replace(/^.*\/node_modules\//, '')
  const files = readdirSync(folder).filter(file => /^(licen[cs]e|copying|notice)/i.test(file))
  if (files.length === 0) throw new Error(`${name} comes without the licence that must go with its code`)
  return [name, ...files.map(file => readFileSync(join(folder, file), 'utf8').trim())].join('\n\n')
}

/** The licences of the packages whose code a bundle holds. */
export function licencesOf(bundle: OutputBundle | readonly OutputBundle[string][]): string {
  const modules = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? Object.keys(file.modules) : []))
  const folders = [...new Set(modules.flatMap(module => packageOf(module) ?? []))].sort()
  return `${folders.map(licenceOf).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
