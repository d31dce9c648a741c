// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endToEnd } from '../test/endToEnd.mjs';

/**
 * Kills the window's processes (test/kill/window.spec.ts).
 *
 * @param {string} folder
 * @param {number} kills
 * @param {number} seed
 * @returns {Promise<import('./campaign.mjs').CampaignResult>}
 */
export async function windowCampaign(folder, kills, seed) {
  const result = join(folder, 'result.json');
  const { counts } = await endToEnd({
    projects: ['kill'],
    minutes: 60,
    variables: {
      LAYERWISE_KILLS: String(kills),
      LAYERWISE_KILL_SEED: String(seed),
      LAYERWISE_KILL_RESULT: result,
    },
  });
  if (counts.failed > 0 || counts.passed === 0) throw new Error('The campaign failed, as is said above.');
  return JSON.parse(await readFile(result, 'utf8'));
}
