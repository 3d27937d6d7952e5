// Loaded into the worker processes of a test before anything else (--import): an input whose name begins with one of these
// words brings it about in the process that is to read it. Every other input is read as always.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isMainThread } from 'node:worker_threads'

const hoard = []

const misdeeds = {
  loop() {
    for (;;);
  },
  heap() {
    for (;;) hoard.push({ at: hoard.length, more: [1, 2, 3] })
  },
  array() {
    for (;;) hoard.push(new Array(1e7).fill(1.5))
  },
  map() {
    for (const kept = new Map(); ; ) kept.set(kept.size, { at: kept.size })
  },
  buffer() {
    for (;;) hoard.push(Buffer.alloc(5e7, 1))
  },
  // Says that it has begun, and goes on for the seconds that a file beside the input names, or for ever.
  begin(path) {
    writeFileSync(`${path}.begun`, '')
    const seconds = existsSync(`${path}.seconds`)
      ? Number(readFileSync(`${path}.seconds`, 'utf8'))
      : Number.POSITIVE_INFINITY
    for (const end = performance.now() + seconds * 1000; performance.now() < end; );
  },
  // As somebody's SIGSTOP does: it hears nothing any more.
  stop: () => process.kill(process.pid, 'SIGSTOP'),
  exit: () => process.exit(7),
  segfault: () => process.kill(process.pid, 'SIGSEGV'),
  terminate: () => process.kill(process.pid, 'SIGTERM'),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  // By somebody's hand, twice, and then no more: a file beside the input keeps count.
  unlucky(path) {
    const mark = [1, 2].map(no => `${path}.${no}`).find(each => !existsSync(each))
    if (mark === undefined) return
    writeFileSync(mark, '')
    process.kill(process.pid, 'SIGKILL')
  },
  throw() {
    setImmediate(() => {
      throw new Error('nobody catches this')
    })
  },
  // The process ends when it has answered: the input after it finds it gone, or going.
  later() {
    const send = process.send.bind(process)
    process.send = message => send(message, () => setTimeout(() => process.exit(9), 20))
  },
  // Harmless alone, too much after a few.
  hoard: () => hoard.push(Buffer.alloc(6e7, 1)),
}

if (isMainThread && process.send)
  process.prependListener('message', message => {
    const path = message.path ?? ''
    misdeeds[/^[a-z]+/.exec(basename(path))?.[0]]?.(path)
  })
