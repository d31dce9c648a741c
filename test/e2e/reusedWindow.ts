import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { beginWithTheNetwork, closeApplication, complaintsOf, launchApplication } from './launchApplication';
import { test as base } from './testFolder';

interface SharedFixtures {
  readonly application: ElectronApplication;
  /** Must stay empty. */
  readonly complaints: string[];
}

interface Shared {
  readonly application: ElectronApplication;
  readonly complaints: string[];
  /** Whether a test has had the window. */
  used: boolean;
}

/**
 * Playwright's `test` for what is drawn and asked of the window alone: one application for many of them, whose page each
 * gets anew, as it is at a first start. To start one takes seconds of the processor, half of many a test. What trains,
 * kills, restarts or resizes has an application of its own (launchApplication.ts).
 */
export const test = base.extend<SharedFixtures, { readonly shared: Shared }>({
  shared: [
    async ({ playwright }, use) => {
      const profile = await mkdtemp(join(tmpdir(), 'layerwise-shared-'));
      const application = await launchApplication(playwright._electron, profile);
      await use({ application, complaints: complaintsOf(application), used: false });
      await closeApplication(application);
      await rm(profile, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  application: ({ shared }, use) => use(shared.application),
  complaints: ({ shared }, use) => use(shared.complaints),
  page: async ({ shared }, use, info) => {
    const page = await shared.application.firstWindow();
    await page.waitForLoadState('load');
    if (shared.used) {
      await forgetAll(page);
      // What comes late is the last test's; from the new page on it is this one's.
      shared.complaints.length = 0;
      await page.reload();
    }
    shared.used = true;
    await use(page);
    // The window outlives the test, and with it what Playwright itself would keep.
    if (info.status !== info.expectedStatus)
      await info.attach('window', { body: await page.screenshot(), contentType: 'image/png' });
    expect(shared.complaints, 'errors in the page').toEqual([]);
  },
});
export { expect };

/** Forgets projects, settings, blocks and what else the last test has left: the next page begins as at a first start. */
async function forgetAll(page: Page): Promise<void> {
  await page.mouse.up();
  await page.mouse.move(0, 0);
  await page.evaluate(async (settings) => {
    // What is due is kept now, and not over again as the page leaves.
    window.dispatchEvent(new Event('pagehide'));
    const { call } = window.layerwise;
    const { drafts } = await call('recallDrafts', undefined);
    for (const { project } of drafts) await call('discardDraft', { project });
    for (const { id } of await call('listBlocks', undefined)) await call('forgetBlock', { id });
    for (const { path } of await call('listRecentProjects', undefined))
      await call('forgetRecentProject', { path });
    const kept = Object.keys(await call('readSettings', undefined));
    await call('keepSettings', { ...Object.fromEntries(kept.map((id) => [id, null])), ...settings });
    localStorage.clear();
    sessionStorage.clear();
  }, beginWithTheNetwork);
}
