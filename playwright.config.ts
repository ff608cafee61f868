import { defineConfig, devices } from '@playwright/test'

const chromium = process.env.CHROMIUM_PATH
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE
const serve = (folder: string, port: number, base: string) => ({
  command: `node scripts/serve.mjs --dir ${folder} --port ${port} --base ${base} --strict-port`,
  url: `http://127.0.0.1:${port}${base}`,
  reuseExistingServer: process.env.CI === undefined,
})

export default defineConfig({
  testDir: 'tests/e2e',
  // Two readings of a chapter by axe took longer than 45 s on two cores with a load of 20.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    ...devices['Desktop Chrome'],
    // Only the tests of reading offline let it in: it would answer in place of the mocked network.
    serviceWorkers: 'block',
    launchOptions: {
      args: ['--no-sandbox'],
      ...(chromium === undefined ? {} : { executablePath: chromium }),
    },
  },
  projects: [
    { name: 'site', use: { baseURL: 'http://127.0.0.1:4330/' } },
    {
      name: 'under a base path',
      grep: /@base/,
      use: { baseURL: 'http://127.0.0.1:4331/course/' },
    },
  ],
  webServer: [serve('dist', 4330, '/'), serve('dist-course', 4331, '/course/')],
})
