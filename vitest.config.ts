import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'tests/vectors/**/*.test.ts',
      'tests/unit/**/*.test.ts',
      'integrations/**/*.test.ts',
    ],
    testTimeout: 20_000,
  },
})
