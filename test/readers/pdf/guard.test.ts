import { describe, expect, it } from 'vitest'
import { Guard } from '../../../src/readers/pdf/engine/library/pdfium-guard.ts'

/** A module of WebAssembly whose only function, f, is a trap (`unreachable`), which is how an engine stops itself. */
const trapping = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00],
  ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00, 0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b],
])

/** Node has it; the types of Node do not. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object
    readonly Instance: new (module: object) => { readonly exports: { readonly f: () => void } }
  }
}

const trap = new WebAssembly.Instance(new WebAssembly.Module(trapping)).exports.f

function deepen(): number {
  return 1 + deepen()
}

const caught = (guard: Guard, work: () => unknown, lastWords = ''): unknown => {
  try {
    return guard.call(work, () => lastWords)
  } catch (error) {
    return error
  }
}

describe('an engine that fails', () => {
  it.each([
    ['at a trap', trap, '', 'DAMAGED_PDF'],
    ['for want of memory', trap, 'Cannot enlarge memory arrays', 'OUT_OF_MEMORY'],
    ['in too deep a recursion', deepen, '', 'DAMAGED_PDF'],
  ])('is the failure of its file %s, and is called no more', (_, work, lastWords, code) => {
    let [dead, tidied] = [0, 0]
    const guard = new Guard(() => {
      dead += 1
    })
    expect(caught(guard, work, lastWords)).toMatchObject({ code })
    guard.tidy(() => {
      tidied += 1
    })
    expect([dead, tidied]).toEqual([1, 0])
  })

  it('hides no bug of ours', () => {
    const bug = new TypeError('a bug')
    const guard = new Guard(() => {
      throw new Error('the engine is not dead')
    })
    const work = () => {
      throw bug
    }
    expect(caught(guard, work)).toBe(bug)
  })
})
