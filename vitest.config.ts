import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/closing-line.ts'],
    // A machine under load is slow, not wrong: loading the dictionary alone takes seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
