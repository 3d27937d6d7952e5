import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/closing-line.ts'],
    // Half of the machine would stand idle otherwise: of two cores one is used.
    maxWorkers: '100%',
    // A machine under load is slow, not wrong: loading the dictionary alone takes seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
