import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { Allowance } from '../../src/deadline.ts'

const never = () => new Promise<never>(() => {})

describe('the time of an input', () => {
  it('is no matter where the work ends before', async () => {
    expect(await new Allowance(3600).spend(async () => 'done')).toBe('done')
    await expect(new Allowance(3600).spend(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  })

  it('ends work that does not, whose signal says so', async () => {
    let signal: AbortSignal | undefined
    const work = new Allowance(0.05).spend(given => {
      signal = given
      return never()
    })
    await expect(work).rejects.toMatchObject({ code: 'TIMEOUT' })
    expect(signal?.reason).toMatchObject({ code: 'TIMEOUT', args: { seconds: 0.05 } })
  })

  it('is one for all the steps of its work', async () => {
    const allowance = new Allowance(0.4)
    const rest = async () => void (await allowance.spend(() => wait(150)))
    await rest()
    await expect(rest().then(rest).then(rest)).rejects.toMatchObject({ code: 'TIMEOUT' })
  })

  it('ends at an interrupt too, with the reason of it', async () => {
    const stop = new AbortController()
    const work = new Allowance(3600, stop.signal).spend(never)
    stop.abort(new Error('enough'))
    await expect(work).rejects.toThrow('enough')
    await expect(new Allowance(3600, stop.signal).spend(never)).rejects.toThrow('enough')
  })

  it('does not pass while the process is stopped', async () => {
    const clock = vi.spyOn(performance, 'now')
    const begun = performance.now()
    let hours = 0
    clock.mockImplementation(() => begun + hours * 3_600_000)
    const work = new Allowance(60).spend(() => wait(500, 'done'))
    hours = 8
    expect(await work).toBe('done')
    clock.mockRestore()
  })

  it('does not count against an answer that is there when it is over', async () => {
    let arrive: (answer: string) => void = () => {}
    const answer = new Promise<string>(resolve => {
      arrive = resolve
    })
    const work = new Allowance(0.05).spend(() => answer)
    setTimeout(() => arrive('there'), 10)
    // The process is held up until both are due.
    for (const end = performance.now() + 300; performance.now() < end; );
    expect(await work).toBe('there')
  })
})
