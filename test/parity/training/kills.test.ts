/** The short form of `npm run kill`: another seed each time, which a failure's output holds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killCampaign } from '../../../scripts/kill/campaign.mjs';

const kills = 3;

test('runs of the command line that are killed lose nothing and give the same series', async () => {
  const seed = Date.now() % 1_000_000;
  console.log(`npm run kill -- --kills ${kills} --seed ${seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-kills-'));
  const result = await killCampaign(folder, kills, seed, () => {});
  expect(result.kills).toBe(kills);
  expect(result.compared).toBeGreaterThanOrEqual(300 * result.runs);
  rmSync(folder, { recursive: true });
});
