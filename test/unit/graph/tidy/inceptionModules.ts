import type { NetworkDocument } from '../../../../src/network/graph/document';
import { defaultTrainingSettings } from '../../../../src/network/graph/trainingSettings';
import { NetworkDraft } from '../../../../src/network/templates/networkDraft';

/**
 * A network as the papers on Inception draw them: a module of four branches, an auxiliary head behind it, a module in
 * which two branches branch again, and the head.
 */
export function inceptionModules(): NetworkDocument {
  const draft = new NetworkDraft();
  const convolution = (id: string, from: string, kernel: readonly [number, number] = [1, 1]) =>
    draft.layer(
      `${id}_relu`,
      'relu',
      {},
      draft.layer(id, 'conv2d', { filters: 8, kernelSize: kernel, padding: 'same' }, from),
    );
  const pool = (id: string, from: string) =>
    draft.layer(id, 'maxPool2d', { poolSize: [3, 3], strides: [1, 1], padding: 'same' }, from);
  const image = draft.layer('input', 'input', { height: 32, width: 32, channels: 3 });
  const stem = convolution('stem', image, [3, 3]);
  const first = draft.layer(
    'first',
    'concat',
    {},
    convolution('a1', stem),
    convolution('b2', convolution('b1', stem), [3, 3]),
    convolution('c2', convolution('c1', stem), [5, 5]),
    convolution('d2', pool('d1', stem)),
  );
  const aux = draft.layer('aux_pool', 'globalAveragePool2d', {}, convolution('aux', first));
  draft.layer('aux_output', 'output', {}, draft.layer('aux_dense', 'dense', { units: 10 }, aux));
  const [narrow, deep] = [convolution('f1', first), convolution('g2', convolution('g1', first), [3, 3])];
  const second = draft.layer(
    'second',
    'concat',
    {},
    convolution('e1', first),
    convolution('f2', narrow, [1, 3]),
    convolution('f3', narrow, [3, 1]),
    convolution('g3', deep, [1, 3]),
    convolution('g4', deep, [3, 1]),
  );
  const pooled = draft.layer('pool', 'globalAveragePool2d', {}, second);
  draft.layer('output', 'output', {}, draft.layer('dense', 'dense', { units: 10 }, pooled));
  return draft.document('Inception', defaultTrainingSettings);
}
