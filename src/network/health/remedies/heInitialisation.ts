import type { Change } from '../../graph/edits';
import { setField } from '../../graph/layerEdits';
import { layerKind } from '../../layers/registry';
import type { HealthCase } from '../healthRule';
import type { HealthRemedy } from '../healthVerdict';
import { layersBeforeRectifier } from './layersBeforeRectifier';

/** He et al. 2015 (Delving Deep into Rectifiers, eq. 10): a variance of 2/n in front of each ReLU. */
export function heInitialisation(of: HealthCase): readonly HealthRemedy[] {
  const { document, analysis } = of;
  const changes = layersBeforeRectifier(of).flatMap(({ id, kind }): readonly Change[] => {
    const kernel = analysis.nodes.get(id)?.weights.find(({ decays }) => decays);
    const drawnByHe = kernel?.initialiser.type === 'heNormal' || kernel?.initialiser.type === 'heUniform';
    if (drawnByHe || layerKind(kind).fields['initialiser'] === undefined) return [];
    return setField(document, id, 'initialiser', 'heNormal').changes;
  });
  if (changes.length === 0) return [];
  return [
    {
      id: 'he-initialisation',
      title: 'Use He initialisation',
      expectation:
        'Twice the variance in the first weights makes up for the half that each ReLU takes, so the gradient keeps its size.',
      edit: { label: 'Use He initialisation', changes },
    },
  ];
}
