import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one plain line, `12 passed, 0 failed`, for readers that know no test runner's own summary. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const count = (state: string) => tests.filter(test => test.result().state === state).length
    const broken = modules.filter(module => module.state() === 'failed' && count('failed') === 0).length
    const skipped = count('skipped')
    console.log(
      `${count('passed')} passed, ${count('failed') + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    )
  }
}
