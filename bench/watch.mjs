import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * Runs a command and gives its milliseconds, exit code and the most memory that it and its children held at one time, in MB: shared
 * pages are counted once (proportional set size). The memory is null where /proc does not tell.
 */
export function watched(command, args, options = {}) {
  const start = performance.now()
  const child = spawn(command, args, { stdio: 'ignore', ...options })
  let peak = null
  const timer = setInterval(() => {
    peak = Math.max(peak ?? 0, treeMemory(child.pid)) || null
  }, 100)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      clearInterval(timer)
      resolve({ ms: performance.now() - start, code, peak })
    })
  })
}

function treeMemory(root) {
  const parents = parentsOf()
  const isBelow = pid => pid === root || (parents.has(pid) && isBelow(parents.get(pid)))
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => sum + memoryOf(pid), 0)
}

function parentsOf() {
  const pids = names().map(Number).filter(Boolean)
  return new Map(pids.flatMap(pid => statOf(pid)))
}

function names() {
  try {
    return readdirSync('/proc')
  } catch {
    return []
  }
}

// The name of the command stands in brackets and may hold anything; the parent is the second word behind it.
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return [[pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]]
  } catch {
    return []
  }
}

function memoryOf(pid) {
  try {
    return Number(/^Pss:\s+(?<kb>\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.groups.kb ?? 0) / 1024
  } catch {
    return 0
  }
}
