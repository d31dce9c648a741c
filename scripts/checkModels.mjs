#!/usr/bin/env node
// @ts-check
/**
 * Imports Keras Applications' VGG-16, ResNet-50 and Inception v3 at their full size, and holds parameters and logits to
 * Keras's. It takes some minutes, 1.5 GB of disk and 6 GB of memory. The tests do the same with smaller images.
 *
 *   npm run check:models
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  await requireTensorFlow();
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  const test = 'test/parity/code/importKeras.test.ts';
  process.exitCode =
    spawnSync(process.execPath, [vitest, 'run', '--project', 'code', test], {
      cwd: checkout,
      env: { ...process.env, LAYERWISE_FULL_SIZE: '1' },
      stdio: 'inherit',
    }).status ?? 1;
});
