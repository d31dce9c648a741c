import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** The texts of the drafts in the profile. */
export async function drafts(folder: string): Promise<string[]> {
  const place = join(folder, 'profile', 'drafts');
  const names = (await readdir(place).catch(() => [])).filter((name) => name.endsWith('.json'));
  return Promise.all(names.map((name) => readFile(join(place, name), 'utf8')));
}

/** Waits until the drafts hold this text: a crash may cost what was done in the last second. */
export async function draftHolds(folder: string, text: string): Promise<void> {
  await expect.poll(async () => (await drafts(folder)).join()).toContain(text);
}
