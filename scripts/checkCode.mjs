#!/usr/bin/env node
// @ts-check
/**
 * Holds exported scripts to the engine on many random networks, which takes minutes. The tests do the same with a few.
 *
 *   npm run check:code                    200 networks of each kind of script
 *   npm run check:code -- --seed 7        others
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from './checkout.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

const { values } = parseArgs({
  options: { networks: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});

await reportFailure(async () => {
  await requireTensorFlow();
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  const env = {
    ...process.env,
    LAYERWISE_FULL_SIZE: '1',
    LAYERWISE_RANDOM_NETWORKS: values.networks,
    LAYERWISE_SEED: values.seed,
  };
  process.exitCode =
    spawnSync(process.execPath, [vitest, 'run', '--project', 'code'], {
      cwd: checkout,
      env,
      stdio: 'inherit',
    }).status ?? 1;
});
