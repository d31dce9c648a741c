import { expect, test } from 'vitest';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { analyse } from '../../../src/network/analysis/analyse';
import { applyEdit } from '../../../src/network/graph/edits';
import { addLayer, setField } from '../../../src/network/graph/layerEdits';
import { lenet5 } from '../../../src/network/templates/lenet5';

const lenet = lenet5.create();

test('a layer that leads nowhere draws no weights and does not shift those of the others', () => {
  const { edit, id } = addLayer(lenet, 'dense', { x: 0, y: 0 }, 'flatten');
  const added = applyEdit(lenet, edit).document;
  const dangling = applyEdit(added, setField(added, id, 'units', 65_536)).document;
  expect(analyse(dangling).nodes.get(id)?.trainable).toBe(401 * 65_536);
  expect(drawInitialWeights(analyse(dangling), 1)).toEqual(drawInitialWeights(analyse(lenet), 1));
});

test('another seed draws other kernels, and the same biases of zero', () => {
  const [first, second] = [1, 2].map((seed) => drawInitialWeights(analyse(lenet), seed));
  expect(first?.get('fc1/kernel')).not.toEqual(second?.get('fc1/kernel'));
  expect(first?.get('fc1/bias')).toEqual(second?.get('fc1/bias'));
});

test('He normal has the variance 2 / fan-in', () => {
  const kernel = drawInitialWeights(analyse(lenet), 1).get('fc1/kernel') ?? new Float32Array();
  const variance = kernel.reduce((sum, value) => sum + value * value, 0) / kernel.length;
  // Of 48,000 draws: the standard error is below 1 %.
  expect(variance * 400).toBeGreaterThan(2 * 0.97);
  expect(variance * 400).toBeLessThan(2 * 1.03);
});
