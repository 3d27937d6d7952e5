import * as fs from 'node:fs'
import { join } from 'node:path'
import { say, type Words } from '../../messages/words.ts'
import { makeFolders } from '../../writers/placing/tree.ts'

const tagName = 'CACHEDIR.TAG'

/** By its first line programs that make backups know a cache (bford.info/cachedir); by the rest we know ours. */
const tag = 'Signature: 8a477f597d28d172789f06886806bc55\n# sapporo-eval: results by content\n'

/** Makes a folder ready for a cache; returns why it cannot be one, or undefined where all is well. */
export function preparePlace(folder: string): Words | undefined {
  try {
    makeFolders(folder)
    const found = fs.statSync(folder)
    if (process.geteuid && found.uid !== process.geteuid()) return say('HOW_OTHER_USER')
    if (isTagged(folder)) return undefined
    if (fs.readdirSync(folder).some(name => !name.startsWith(tagName))) return say('HOW_NO_CACHE')
    mark(folder)
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'EEXIST' || code === 'ENOTDIR' ? say('HOW_NO_FOLDER') : say('HOW_CLOSED', { code: String(code) })
  }
}

function isTagged(folder: string): boolean {
  try {
    return fs.readFileSync(join(folder, tagName), 'utf8') === tag
  } catch {
    return false
  }
}

/** Two runs may do so at once: the bytes are the same. */
function mark(folder: string): void {
  const made = join(folder, `${tagName}.${process.pid}`)
  fs.writeFileSync(made, tag)
  fs.renameSync(made, join(folder, tagName))
}
