import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';

/** Playwright's `test`, with a folder for one test's files, which goes with it. */
export const test = base.extend<{ readonly folder: string }>({
  folder: async ({ playwright: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'layerwise-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});
