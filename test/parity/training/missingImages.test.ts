import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import type { DatasetReference } from '../../../src/network/datasets/datasetReference';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import type { EngineEvent } from '../../../src/protocol/engineMessages';
import { smallNetwork } from './smallRun';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-images-'));
  vi.stubEnv('LAYERWISE_DATASETS', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const absent: readonly (readonly [string, DatasetReference])[] = [
  ['a named dataset that is nowhere', { type: 'cifar-10' }],
  ['a file that is gone', { type: 'cifar-10', path: '/no/such/folder' }],
];

const ofCifar = { height: 32, width: 32, channels: 3 };

test.each(absent)('a run fails for want of its images: %s', async (_what, dataset) => {
  const events: EngineEvent[] = [];
  const engine = createEngine((event) => events.push(event));
  const network = smallNetwork({ dataset });
  const nodes = network.nodes.map((node) => (node.kind === 'input' ? { ...node, config: ofCifar } : node));
  const project = projectSchema.parse({ ...network, nodes });
  engine.handle({ type: 'train', runId: 'a', project });
  await vi.waitUntil(() => events.some(({ type }) => type === 'failed'), { timeout: 30_000, interval: 10 });
  await engine.dispose();
  expect(events.find(({ type }) => type === 'failed')).toMatchObject({ runId: 'a', wantsData: true });
});
