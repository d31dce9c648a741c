#!/usr/bin/env node
// @ts-check
/**
 * Kills runs at random moments (SIGKILL) while they train, save and start, resumes them, and holds each to a run that
 * was left alone: what was told is there after each kill, and the series at the end are equal to the bit.
 *
 *   npm run kill [-- --kills 100 --seed 1 --write]   runs of the command line
 *   npm run kill -- --window [--kills 100 …]         the window's: its engine, its main process, and both
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from './build/ensureBuild.mjs';
import { requireCheckout } from './checkout.mjs';
import { killCampaign } from './kill/campaign.mjs';
import { resultRow } from './kill/resultRow.mjs';
import { windowCampaign } from './kill/windowCampaign.mjs';
import { writeResult } from './kill/writeResult.mjs';
import { say } from './provision/progress.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  requireCheckout();
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '100' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      window: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const [kills, seed] = [Number(values.kills), Number(values.seed)];
  await requireTensorFlow();
  await ensureBuild();
  say(`Seed ${seed}.`);
  const folder = await mkdtemp(join(tmpdir(), 'layerwise-kill-'));
  try {
    const campaign = values.window ? windowCampaign : killCampaign;
    const result = await campaign(folder, kills, seed, say);
    const command = `npm run kill -- ${values.window ? '--window ' : ''}--kills ${kills} --seed ${seed}`;
    const row = resultRow(command, result);
    console.log(row);
    if (values.write) await writeResult(command, row);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
