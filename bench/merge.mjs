// Time and memory of `merge` over parts that are made here, each document one sheet of the seeds under another name:
//   node bench/merge.mjs [documents=5000] [parts=16] [format=csv]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

const [documents = 5000, of = 16, format = 'csv'] = [
  Number(process.argv[2] ?? 5000),
  Number(process.argv[3] ?? 16),
  process.argv[4],
]
const bin = new URL('../bin/sapporo-eval.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'sapporo-eval-merge-'))
const sha256 = text => createHash('sha256').update(text).digest('hex')
const shardOf = path => 1 + (Number.parseInt(sha256(path).slice(0, 12), 16) % of)

try {
  makeParts()
  const parts = Array.from({ length: of }, (_, index) => join(folder, `part-${index + 1}`))
  const watched = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'peak'))}, String(process.resourceUsage().maxRSS)))`
  writeFileSync(join(folder, 'watch.cjs'), watched)
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(folder, 'watch.cjs'), bin, 'merge', ...parts, '-f', format, '-o', join(folder, 'out/'), '-q'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`merge: exit ${status}: ${stderr.slice(0, 500)}`)
  const seconds = (performance.now() - start) / 1000
  const megabytes = Math.round(Number(readFileSync(join(folder, 'peak'), 'utf8')) / 1024)
  console.log(`| ${documents} | ${of} | ${format} | ${seconds.toFixed(1)} s | ${megabytes} MB |`)
} finally {
  rmSync(folder, { recursive: true })
}

/** Writes the parts as so many shares would have done: all that differs from real ones are the names and hashes of the inputs. */
function makeParts() {
  const seed = new URL('../seeds/002_226b198dc5f12da8.txt', import.meta.url).pathname
  const model = join(folder, 'model')
  const made = spawnSync(process.execPath, [bin, 'extract', seed, '--shard', '1/1', '-f', format, '-o', model, '-q'], {
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(made.stderr)
  const descriptor = JSON.parse(readFileSync(join(model, 'datapackage.json'), 'utf8'))
  const line = readFileSync(join(model, 'results.jsonl'), 'utf8').trimEnd()
  const content = descriptor.resources[0].path && JSON.parse(line).of.sha256
  const result = line.slice(line.indexOf(',"result":') + ',"result":'.length, -1)
  const list = createHash('sha256')
  const files = Array.from({ length: of }, (_, index) => {
    mkdirSync(join(folder, `part-${index + 1}`))
    return {
      file: openSync(join(folder, `part-${index + 1}`, 'results.jsonl'), 'w'),
      hash: createHash('sha256'),
      bytes: 0,
      results: 0,
    }
  })
  for (let index = 0; index < documents; index += 1) {
    const path = `archive/${index}.txt`
    list.update(`${path}\0`)
    const own = sha256(path)
    const body = `"of":${JSON.stringify({ path, sha256: own, index })},"result":${result.replaceAll(JSON.stringify(seed), JSON.stringify(path)).replaceAll(content, own)}`
    const bytes = Buffer.from(`{"sum":"${crc32(Buffer.from(body)).toString(16).padStart(8, '0')}",${body}}\n`)
    const part = files[shardOf(path) - 1]
    writeSync(part.file, bytes)
    part.hash.update(bytes)
    part.bytes += bytes.length
    part.results += 1
  }
  const inputs = { count: documents, sha256: list.digest('hex') }
  for (const [index, { file, hash, bytes, results }] of files.entries()) {
    closeSync(file)
    const part = {
      shard: { number: index + 1, of },
      results,
      run: { ...descriptor.part.run, inputs, typed: ['archive'] },
    }
    const resources = [{ ...descriptor.resources[0], bytes, hash: `sha256:${hash.digest('hex')}` }]
    writeFileSync(
      join(folder, `part-${index + 1}`, 'datapackage.json'),
      JSON.stringify({ ...descriptor, part, resources }),
    )
  }
}
