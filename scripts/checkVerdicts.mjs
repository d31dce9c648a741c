#!/usr/bin/env node
// @ts-check
/**
 * Trains LeNet-5, VGG-16 with batch norm and ResNet-20 at their own settings for 200 steps each, which takes minutes, and
 * fails where a verdict gives a false alarm. The tests do the same in small.
 *
 *   npm run check:verdicts
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  await requireTensorFlow();
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  const words = ['run', '--project', 'parity', 'test/parity/probe/noFalseAlarm.test.ts'];
  const env = { ...process.env, LAYERWISE_FULL_SIZE: '1' };
  process.exitCode =
    spawnSync(process.execPath, [vitest, ...words], { cwd: checkout, env, stdio: 'inherit' }).status ?? 1;
});
