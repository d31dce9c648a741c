#!/usr/bin/env node
// @ts-check
// `npm run screenshots`: makes the pictures in docs/screenshots anew, from the end-to-end tests that train LeNet-5, open
// the gallery and watch a gradient vanish.
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout, requireCheckout } from './checkout.mjs';
import { reportFailure } from './reportFailure.mjs';
import { parts } from './test/parts.mjs';

await reportFailure(async () => {
  requireCheckout();
  const outcome = await parts
    .find((part) => part.name === 'e2e')
    ?.run(['lenet5.spec.ts', 'gallery.spec.ts', 'vanishing.spec.ts']);
  if (outcome === undefined || outcome.counts.failed > 0)
    throw new Error('A test that makes the pictures failed.');
  const from = join(checkout, 'test-results', 'screenshots');
  const to = join(checkout, 'docs', 'screenshots');
  for (const name of await readdir(to)) await copyFile(join(from, name), join(to, name));
});
