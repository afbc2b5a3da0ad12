import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '')

/** The files that take longest: they start processes, load much, or wait for faults. */
const LONG = ['features/load-content', 'faults/', 'accounts/people', 'imports/batches', 'platform/commands', 'scripts/']

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((part) => moduleId.includes(`/integration/${part}`))
  return at < 0 ? LONG.length : at
}

/** Long files first, so that no worker ends with one while the others have nothing left to do. */
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // Limits end what hangs; a machine under a load of 16 still meets them. Speed is the benchmarks' matter.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // Requests in tests come through a proxy on this computer, which says for whom.
    env: { TRUSTED_PROXIES: '127.0.0.1' },
    expect: { poll: { timeout: 120_000, interval: 10 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Unit tests share their modules: loading them anew for each file takes longer than the tests.
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
          // Three workers on two processors: a worker often waits for PostgreSQL.
          maxWorkers: 3,
          // Files share their modules and settings; each has its own database.
          isolate: false,
          sequence: { sequencer: LongFilesFirst },
        },
      },
      {
        extends: true,
        // Two servers of the built site on PostgreSQL with a replica.
        test: { name: 'instances', include: ['tests/instances/**/*.test.ts'], pool: 'forks' },
      },
    ],
  },
})
