import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/e2e/browser'

const port = Number(process.env.E2E_PORT ?? 3210)
// An address, because every request would look a name up, and some resolvers ask the network.
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.data/e2e',
  // Three workers on two processors: a worker often waits for the browser or the site.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Limits end what hangs; a machine under a load of 16 still meets them.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  use: { baseURL, browserName: 'chromium', launchOptions: findBrowser(), trace: process.env.TRACE ? 'on' : 'off' },
  webServer: {
    // The built site, on a database of its own with the first content.
    command: 'node scripts/run.mjs serve-for-tests',
    env: { PORT: String(port), SITE_URL: baseURL, TRUSTED_PROXIES: '127.0.0.1', NODE_ENV: 'production' },
    url: `${baseURL}/api/health`,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
  },
})
