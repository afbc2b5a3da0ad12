import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/e2e/browser'

const port = Number(process.env.E2E_PORT ?? 3210)
// Not by name: each request of a test's own would ask for it anew, and some resolvers ask the network.
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.data/e2e',
  // Three on two processors: some wait for the browser, and some for the site.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  use: { baseURL, browserName: 'chromium', launchOptions: findBrowser(), trace: process.env.TRACE ? 'on' : 'off' },
  webServer: {
    // The site as it is built, with a database of its own that holds the first content.
    command: 'node scripts/run.mjs serve-for-tests',
    env: { PORT: String(port), SITE_URL: baseURL, NODE_ENV: 'production' },
    url: `${baseURL}/api/health`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
