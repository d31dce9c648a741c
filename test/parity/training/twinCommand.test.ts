import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TwinReport } from '../../../src/cli/twin/twinReport';
import { openKeptRun } from '../../../src/engine/runs/keptRun';
import { runCommand } from '../../unit/cli/runCommand';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'twin-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const network = ['plain-20-cifar', '--set', 'input=16', '--set', 'channels=1', '--set', 'width=0.25'];
const vanishing = ['--set', 'batchNorm=false', '--set', 'initialiser=glorotUniform'];
const data = 'height=16 width=16 channels=1 trainingImages=128 testImages=20'.split(' ');
const terms = ['--dataset', 'synthetic', '--data', ...data, '--batch', '16', '--telemetry-every', '1'];

async function twin(...words: readonly string[]): Promise<TwinReport> {
  const result = await runCommand(['twin', ...network, ...vanishing, ...terms, ...words, '--json']);
  expect(result.code, result.stderr).toBe(0);
  return JSON.parse(result.stdout);
}

test('a plain network against its counterpart ends with both series and a table that says what they show', async () => {
  const { networks, series, comparison, differences } = await twin('--epochs', '1', '--out', folder);
  expect(networks.map(({ name }) => name)).toEqual(['Plain-20', 'ResNet-20']);
  expect(differences).toEqual(['9 shortcuts']);
  for (const { steps, losses, gradients } of series) {
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(losses).toHaveLength(8);
    expect(gradients.map(({ depth }) => depth)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
    for (const { activationGradientNorms } of gradients) expect(activationGradientNorms).toHaveLength(8);
  }
  const [first] = comparison.gradients;
  expect(first?.headline).toMatch(
    /^At step 1, conv1 of ResNet-20 receives [\d,]+× more gradient than conv1 of Plain-20\.$/,
  );
  const [plain, residual] = first?.firstLayer?.activationGradientNorms ?? [];
  expect((residual ?? 0) / (plain ?? 1)).toBeGreaterThan(100);
  expect(comparison.verdicts[0].map(({ kind }) => kind)).toContain('vanishing');
  expect(comparison.verdicts[1].map(({ kind }) => kind)).not.toContain('vanishing');
  const [one, other] = networks.map((each) => openKeptRun(each.folder ?? '').record);
  expect(one?.group).toBeDefined();
  expect(other?.group).toBe(one?.group);
}, 60_000);

test('a network against one that is named is trained on the terms of the first', async () => {
  const against = ['--against', 'resnet-20-cifar', '--fit', '--steps', '1', '--seed', '7'];
  const { series, networks, settings, sharedWeights, differences } = await twin(...against);
  expect(settings.seed).toBe(7);
  expect(networks.map(({ end }) => end?.step)).toEqual([1, 1]);
  // The template comes with batch norm and at full width: but the last bias, nothing begins alike.
  expect(sharedWeights).toBe(1);
  expect(differences[0]).toBe('9 shortcuts');
  expect(series[0].losses).not.toEqual(series[1].losses);
}, 60_000);
