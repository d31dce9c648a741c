import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

/** The README's pictures are these; `npm run screenshots` copies them to docs/screenshots. */
const pictures = fileURLToPath(new URL('../../test-results/screenshots', import.meta.url));

/** Keeps the window as it looks now. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}
