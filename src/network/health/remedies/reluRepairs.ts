import type { LayerNode } from '../../graph/document';
import { applyEdit, type Change, type Edit } from '../../graph/edits';
import { setField } from '../../graph/layerEdits';
import type { HealthCase } from '../healthRule';
import type { HealthRemedy } from '../healthVerdict';
import { inPlaceOf } from './rectifiersInstead';

/** Biases that start far below 0 keep a ReLU shut for every image. */
export function resetBiases(
  { document }: HealthCase,
  sources: readonly LayerNode[],
): readonly HealthRemedy[] {
  const shut = sources.filter(({ config }) => Number(config['biasValue'] ?? 0) < 0);
  const changes = shut.flatMap(({ id }) => setField(document, id, 'biasValue', 0).changes);
  if (changes.length === 0) return [];
  return [
    {
      id: 'reset-biases',
      title: 'Start biases at 0',
      expectation:
        'About half of the values in front of each ReLU are then positive, and a gradient gets through.',
      edit: { label: 'Start biases at 0', changes },
    },
  ];
}

/** Leaky ReLU (Maas et al. 2013) passes a part of the gradient where its input is negative, so that no unit stays dead. */
export function leakyInstead({ document }: HealthCase, dead: readonly LayerNode[]): readonly HealthRemedy[] {
  let changed = document;
  const changes: Change[] = [];
  const take = (edit: Edit): void => {
    changed = applyEdit(changed, edit).document;
    changes.push(...edit.changes);
  };
  for (const node of dead) take(inPlaceOf(changed, node, 'leakyRelu'));
  if (changes.length === 0) return [];
  const title = 'Use leaky ReLU there';
  return [
    {
      id: 'leaky-relu',
      title,
      expectation:
        'Negative values keep a small slope, so that units that are always negative can come back.',
      edit: { label: title, changes },
    },
  ];
}
