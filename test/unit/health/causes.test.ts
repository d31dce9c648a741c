import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { defaultTrainingSettings } from '../../../src/network/graph/trainingSettings';
import { diagnose } from '../../../src/network/health/diagnose';
import type { Verdict, VerdictKind } from '../../../src/network/health/healthVerdict';
import type { Observation } from '../../../src/network/health/observation';
import { structureOf } from '../../../src/network/health/structure';
import { NetworkDraft } from '../../../src/network/templates/networkDraft';
import { epoch, falling, lenet, losses, seen } from './judgedNetworks';
import { network, observed, trainedBy } from './observed';

interface Rows {
  readonly activation?: string;
  /** Layers around each row: a gate beside it, or a shortcut past it. */
  readonly beside?: 'gate' | 'shortcut' | null;
  /** What stands behind each addition. */
  readonly behindSum?: readonly string[];
  readonly last?: string;
}

/** 20 rows of a dense layer and its activation. */
function rows({ activation = 'relu', beside = null, behindSum = [], last }: Rows): NetworkDocument {
  const draft = new NetworkDraft();
  let end = draft.layer('input', 'input', { height: 4, width: 4, channels: 1 });
  end = draft.layer('flatten', 'flatten', {}, end);
  const dense = (id: string, from: string, units = 16) =>
    draft.layer(id, 'dense', { units, initialiser: 'glorotUniform' }, from);
  for (let row = 1; row <= 20; row++) {
    const before = end;
    end = draft.layer(`act${row}`, activation, {}, dense(`fc${row}`, before));
    if (beside === 'gate') {
      const gate = draft.layer(`gate${row}`, 'sigmoid', {}, dense(`z${row}`, end));
      end = draft.layer(`times${row}`, 'multiply', {}, end, gate);
    }
    if (beside === 'shortcut') {
      end = draft.layer(`add${row}`, 'add', {}, before, end);
      for (const kind of behindSum) end = draft.layer(`${kind}Behind${row}`, kind, {}, end);
    }
  }
  end = dense('fc', end, 10);
  if (last !== undefined) end = draft.layer('last', last, {}, end);
  draft.layer('output', 'output', {}, end);
  return draft.document('rows', defaultTrainingSettings);
}

function found(observation: Observation, kind: VerdictKind): Verdict {
  const verdict = diagnose(observation).find((one) => one.kind === kind);
  if (verdict === undefined) throw new Error(`No ${kind} was found.`);
  return verdict;
}

const vanished = (document: NetworkDocument) =>
  found(observed(document, seen(document, { log10Gradient: falling })), 'vanishing');
const offered = ({ remedies }: Verdict) => remedies.map(({ id }) => id);

describe('what is blamed for a gradient that vanishes', () => {
  it.each([
    ['sigmoids in a row', rows({ activation: 'sigmoid' }), /each of the 20 /, 'relu'],
    ['a sigmoid just before the output', rows({ last: 'sigmoid' }), /ReLU.*Glorot/, 'he-initialisation'],
    ['sigmoids that open gates', rows({ beside: 'gate' }), /ReLU.*Glorot/, 'he-initialisation'],
    [
      'sigmoids that shortcuts lead past',
      rows({ activation: 'sigmoid', beside: 'shortcut' }),
      /^(?!.*sigmoid)/,
      null,
    ],
    [
      'sigmoids behind additions',
      rows({ beside: 'shortcut', behindSum: ['sigmoid'] }),
      /a sigmoid follows each addition/,
      'relu',
    ],
    [
      'sigmoids behind additions and norms',
      rows({ beside: 'shortcut', behindSum: ['layerNorm', 'sigmoid'] }),
      /a sigmoid follows each addition/,
      'relu',
    ],
  ])('%s', (_name, document, cause, remedy) => {
    const made = seen(document, { log10Gradient: falling, updateRatio: 1e-7 });
    const verdict = found(observed(document, made), 'vanishing');
    expect(verdict.cause).toMatch(cause);
    if (remedy !== null) expect(offered(verdict)).toContain(remedy);
    if (remedy === 'relu') expect(offered(verdict)).not.toContain('add-shortcuts');
  });

  it('leaves the sigmoids of gates where ReLU takes the place of those in a row', () => {
    const document = rows({ activation: 'sigmoid', beside: 'gate' });
    const [remedy] = vanished(document).remedies;
    if (remedy === undefined) throw new Error('nothing was offered');
    const kinds = applyEdit(document, remedy.edit).document.nodes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'sigmoid')).toHaveLength(20);
    expect(kinds.filter((kind) => kind === 'relu')).toHaveLength(20);
  });
});

describe('the layers that a gradient is compared over', () => {
  it.each([
    ['plain-20-cifar', ['fc']],
    ['googlenet', ['fc']],
    ['lenet-5', []],
    ['vgg-16', []],
  ] as const)('of %s end in front of an average over the whole image', (id, readouts) => {
    const document = network(id);
    expect([...structureOf(document, analyse(document)).readouts]).toEqual(readouts);
  });
});

describe('saturation', () => {
  it('is not said of sigmoids that open gates', () => {
    const document = rows({ beside: 'gate' });
    const shut = { activationMean: 0.002, activationDeviation: 0.001 };
    const made = seen(document, { node: (kind) => (kind === 'sigmoid' ? shut : {}) });
    expect(diagnose(observed(document, made))).toEqual([]);
  });
});

describe('degradation', () => {
  const deep = network('resnet-56-cifar');
  const worse = {
    epochs: [epoch(1, 1.9, 2)],
    shallower: { name: 'ResNet-20', layers: 20, epochs: [{ epoch: 1, loss: 1.6 }] },
  };

  it('of a network with shortcuts is not laid to plain layers', () => {
    const verdict = found(observed(deep, worse), 'degradation');
    expect(verdict.cause).not.toContain('plain');
    expect(verdict.cause).toContain('shortcuts');
    expect(verdict.evidence).toContain('with 56 layers');
  });

  it('is not said where gradients explode or ReLUs are dead: then they are no healthy ones', () => {
    const bare = network('resnet-56-cifar', { batchNorm: false });
    const rising = seen(bare, { log10Gradient: (way) => 3 - 4 * way, updateRatio: 0.1 });
    const dead = seen(deep, { node: (kind) => (kind === 'relu' ? { zeroShare: 1 } : {}) });
    for (const observation of [
      observed(bare, { ...rising, ...worse }),
      observed(deep, { ...dead, ...worse }),
    ])
      expect(diagnose(observation).map(({ kind }) => kind)).not.toContain('degradation');
  });
});

describe('dead ReLUs', () => {
  /** A layer whose biases start far below 0, the layers behind it, and a ReLU that is dead. */
  function deadBehind(kinds: readonly string[]): Observation {
    const draft = new NetworkDraft();
    let end = draft.layer('input', 'input', { height: 4, width: 4, channels: 1 });
    end = draft.layer('conv', 'conv2d', { biasValue: -10 }, end);
    for (const kind of kinds)
      end = draft.layer(
        kind,
        kind,
        {},
        end,
        ...(kind === 'add' ? [draft.layer('conv2', 'conv2d', {}, end)] : []),
      );
    end = draft.layer('flatten', 'flatten', {}, draft.layer('dead', 'relu', {}, end));
    draft.layer('output', 'output', {}, draft.layer('fc', 'dense', { units: 10 }, end));
    const document = draft.document('dead', defaultTrainingSettings);
    return observed(document, seen(document, { node: (_, id) => (id === 'dead' ? { zeroShare: 1 } : {}) }));
  }

  it.each([
    [[], true],
    [['dropout', 'maxPool2d'], true],
    [['add'], true],
    [['layerNorm'], false],
    [['batchNorm'], false],
    [['tanh'], false],
  ] as const)('behind a bias of −10 and %j are laid to it: %s', (kinds, blamed) => {
    const verdict = found(deadBehind(kinds), 'dead-relu');
    expect(offered(verdict).includes('reset-biases')).toBe(blamed);
    expect(verdict.cause.includes('−10')).toBe(blamed);
  });
});

describe('steps of the wrong size', () => {
  const ratios = (values: Readonly<Record<string, number>>, rest: number): Observation => {
    const { snapshots, ...others } = observed(lenet);
    return {
      ...others,
      snapshots: snapshots.map((snapshot) => ({
        ...snapshot,
        weights: snapshot.weights.map((weight) => ({ ...weight, updateRatio: values[weight.node] ?? rest })),
      })),
      course: losses(5, () => 2.3),
    };
  };

  it('name the layers beyond the bound only, the worst first', () => {
    const large = found(ratios({ conv1: 0.2, fc1: 0.5, conv2: 1e-3 }, 0.3), 'update-too-large').nodes;
    expect(large[0]).toBe('fc1');
    expect(large.at(-1)).toBe('conv1');
    expect(large).not.toContain('conv2');
    const small = found(ratios({ conv1: 1e-7, fc1: 2e-6, conv2: 1e-3 }, 1e-6), 'update-too-small').nodes;
    expect(small[0]).toBe('conv1');
    expect(small.at(-1)).toBe('fc1');
    expect(small).not.toContain('conv2');
  });
});

describe('a rate that is far too high', () => {
  const fast = trainedBy(lenet, { learningRate: 100 });
  it.each([
    ['is thrown up by the first step and stays there', (place: number) => (place === 0 ? 2.3 : 1e5)],
    ['is thrown up and comes back to chance', (place: number) => (place % 7 === 1 ? 1e9 : 2.3)],
    ['leaves 32 bits', (place: number) => (place === 0 ? 2.3 : Number.POSITIVE_INFINITY)],
  ])('is found where the loss %s', (_name, loss) => {
    const verdict = found(observed(fast, { course: losses(30, loss) }), 'learning-rate-too-high');
    expect(offered(verdict)).toContain('lower-rate');
    expect(verdict.evidence).toContain('began at 2.3');
  });
});
