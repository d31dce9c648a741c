import { defineConfig } from '@playwright/test';
import { takeOwnDisplay } from './test/e2e/takeOwnDisplay';

takeOwnDisplay();

const timed = ['chartSpeed.spec.ts', 'editingSpeed.spec.ts', 'soak.spec.ts', 'vanishing.spec.ts'];

/**
 * End-to-end tests in real Electron: each has a window and an engine. Those of the projects "timed", which hold the window
 * to times, and "window" run the built application, those of "package" the packaged one, and those of "kill" are `npm run
 * kill -- --window`.
 */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'timed', testMatch: timed, outputDir: 'test-results/timed' },
    {
      name: 'window',
      testIgnore: ['packaged/**', ...timed],
      outputDir: 'test-results/window',
      // Each has a window of its own, and a file with many of them would keep one process busy when the other has none left.
      fullyParallel: true,
      // These prove what the window shows, not how soon: two of them and their engines share the processor, where a start
      // or a first step can take longer than 10 s.
      expect: { timeout: 20_000 },
      use: { actionTimeout: 20_000 },
    },
    { name: 'package', testMatch: 'packaged/*.spec.ts', outputDir: 'test-results/package' },
    { name: 'kill', testDir: 'test/kill', timeout: 0, outputDir: 'test-results/kill' },
  ],
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure', actionTimeout: 10_000 },
});
