import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '')

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          // Pure files may share what they import; most of the time would go into loading it anew for each.
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/integration/setup.ts',
          pool: 'forks',
          // Three on two processors: some wait for PostgreSQL, and some for a moment to pass.
          maxWorkers: 3,
          // Each file has a database of its own; what they import is loaded once.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // Two servers of the built site, and PostgreSQL with a replica.
        test: { name: 'instances', include: ['tests/instances/**/*.test.ts'], pool: 'forks' },
      },
    ],
  },
})
