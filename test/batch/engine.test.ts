import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { engineFlags } from '../../src/batch/worker/engine.ts'

// On its command line Node refuses what its V8 does not know: a flag that an engine has given up shows here, not in a run.
describe('this engine knows', () => {
  it.each(engineFlags)('%s', flag => {
    const { status, stderr } = spawnSync(process.execPath, [flag, '-e', '0'], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
