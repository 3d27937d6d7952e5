import { say } from '../../messages/words.ts'
import { endWithin, widthOf } from '../columns/width.ts'
import { type Foot, oneLine, shown } from './stderr.ts'

/** Where the bar is drawn: standard error, or something like it. */
export interface Screen {
  readonly columns?: number
  write(text: string): unknown
}

const barColumns = 20
/** A terminal shows no more, and drawing takes time from the work. */
const leastMilliseconds = 80

/** Whether standard error is a terminal on which a line can be drawn again and again. */
export const isScreen = (stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean =>
  stream.isTTY === true && env.TERM !== 'dumb' && !env.CI

/**
 * A bar at the foot of the terminal: `[######              ]  210/650  41/s  0:11 left  release/2025/20251020067.pdf`. The rate counts
 * the inputs that were read, not those that an earlier run had read. `now` gives milliseconds.
 */
export class Progress implements Foot {
  readonly #screen: Screen
  readonly #total: number
  readonly #now: () => number
  readonly #begun: number
  #done = 0
  #read = 0
  #atHand = ''
  #drawn = Number.NEGATIVE_INFINITY

  constructor(screen: Screen, total: number, now = () => performance.now()) {
    this.#screen = screen
    this.#total = total
    this.#now = now
    this.#begun = now()
  }

  start(path: string): void {
    this.#atHand = path
    this.#redraw()
  }

  done(isReused: boolean): void {
    this.#done += 1
    if (!isReused) this.#read += 1
    this.#redraw()
  }

  clear(): void {
    this.#screen.write('\r\u001b[K')
  }

  draw(): void {
    this.#drawn = this.#now()
    this.#screen.write(`\r${this.#line()}\u001b[K`)
  }

  #redraw(): void {
    if (this.#now() - this.#drawn >= leastMilliseconds) this.draw()
  }

  #line(): string {
    const share = this.#total === 0 ? 1 : this.#done / this.#total
    const filled = Math.floor(share * barColumns)
    const bar = `[${'#'.repeat(filled)}${' '.repeat(barColumns - filled)}]`
    const count = `${this.#done}/${this.#total}`
    const pace = this.#pace()
    // One column is left free: a terminal wraps when the last one is filled.
    const room = Math.max(0, (this.#screen.columns ?? 80) - 1)
    const front =
      [`${bar} ${count}${pace}  `, `${count}${pace}  `, `${count}  `].find(each => widthOf(each) <= room) ?? ''
    return front + endWithin(oneLine(this.#atHand), room - widthOf(front))
  }

  #pace(): string {
    const seconds = (this.#now() - this.#begun) / 1000
    if (this.#read === 0 || seconds <= 0) return ''
    const rate = this.#read / seconds
    const shownRate = rate < 10 ? rate.toFixed(1) : String(Math.round(rate))
    return `  ${shown(say('LEFT', { rate: shownRate, time: clock((this.#total - this.#done) / rate) }))}`
  }
}

/** Seconds as `0:07`, `12:30`, `1:05:00`. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const twoDigits = (n: number) => String(n).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(whole % 60)}`
}
