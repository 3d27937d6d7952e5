import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The screen follows the language of the terminal; tests look at English unless they say otherwise.
    env: { LC_ALL: 'C.UTF-8', SAPPORO_EVAL_LANG: '' },
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/closing-line.ts'],
    // Half of the machine would stand idle otherwise: of two cores one is used.
    maxWorkers: '100%',
    // A machine under load is slow, not wrong: loading the dictionary alone takes seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
