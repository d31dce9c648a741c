import { expect, test } from 'vitest';
import { probeRun } from '../../../../src/renderer/probe/probeRun';
import { cardValue } from '../../../../src/renderer/quantities/cardValue';
import { quantities } from '../../../../src/renderer/quantities/quantities';
import { createRunStore } from '../../../../src/renderer/training/createRunStore';
import { shownSample } from '../../../../src/renderer/training/shownSample';
import { lenetOrder, startedEvent } from '../training/engineEvents';

function measured() {
  const { nodes, weights } = startedEvent('run');
  return probeRun(lenetOrder(), {
    type: 'probed',
    requestId: 'probe-1',
    ...{ nodes, weights },
    losses: Float32Array.of(2, 3),
    activationGradientNorms: new Float32Array(nodes.length).fill(0.01),
    activationGradientRms: new Float32Array(nodes.length).fill(0.001),
    activationMeans: new Float32Array(nodes.length),
    activationDeviations: new Float32Array(nodes.length).fill(1),
    zeroShares: new Float32Array(nodes.length).fill(0.5),
    weightGradientNorms: new Float32Array(weights.length).fill(1),
    weightNorms: new Float32Array(weights.length).fill(10),
    ...{ seeds: 2, batches: 1, imagesPerBatch: 64 },
    data: {
      ...{ label: 'MNIST', standIn: false, reason: null },
      ...{ largestClassShare: 0.1, smallestClassShare: 0.1, inputMean: 0, inputDeviation: 1 },
    },
    nonFinite: null,
    seconds: 1,
  });
}

test('a probe is shown as a run of one sample: its norms are read as those of any step', () => {
  const store = createRunStore(() => true);
  expect(store.getState().showProbe(measured())).toBe(true);
  const state = store.getState();
  expect(shownSample(state)).toBe(0);
  expect(state.run?.probe?.loss).toBe(2.5);
  const node = state.run?.log.nodes[1]?.id ?? '';
  expect(cardValue(state, node, quantities.gradient)).toBe(-2);
  expect(state.status).toBe('idle');
});

test('a probe never takes the place of a run that is under way, and a run takes that of a probe', () => {
  const commands: string[] = [];
  const store = createRunStore(({ runId }) => commands.push(runId) > 0);
  store.getState().showProbe(measured());
  store.getState().train(lenetOrder());
  expect(store.getState().showProbe(measured())).toBe(false);
  store.getState().receive(startedEvent(commands.at(-1) ?? ''));
  expect(store.getState().run?.probe).toBeNull();
});
