#!/usr/bin/env node
// @ts-check
// `npm run screenshots`: makes the pictures in docs/screenshots anew, from the end-to-end test that shows every screen.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { checkout, requireCheckout } from './checkout.mjs';
import { reportFailure } from './reportFailure.mjs';
import { parts } from './test/parts.mjs';

await reportFailure(async () => {
  requireCheckout();
  const outcome = await parts.find((part) => part.name === 'e2e')?.run(['screens.spec.ts']);
  if (outcome === undefined || outcome.counts.failed > 0)
    throw new Error('The test that makes the pictures failed.');
  const from = join(checkout, 'test-results', 'screens');
  const to = join(checkout, 'docs', 'screenshots');
  // 256 colours are as good as all of them for a window, at a third of the size.
  for (const name of await readdir(to))
    await sharp(join(from, name)).png({ palette: true, effort: 10 }).toFile(join(to, name));
});
