import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests in real Electron, one at a time: each has a window and an engine. Those of the project "window" run
 * the built application, those of "package" the packaged one, and those of "kill" are `npm run kill -- --window`.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'window', testIgnore: 'packaged/**' },
    { name: 'package', testMatch: 'packaged/*.spec.ts' },
    { name: 'kill', testDir: 'test/kill', timeout: 0 },
  ],
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure', actionTimeout: 10_000 },
});
