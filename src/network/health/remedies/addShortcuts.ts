import { usualUnit } from '../../graph/shortcuts/residualUnits';
import { toResidual } from '../../graph/shortcuts/toResidual';
import type { HealthRemedy } from '../healthVerdict';
import { perDocument } from './perDocument';

/**
 * Shortcuts as in He et al. 2015: added in front of the activation that ends a unit. Not where that may be a
 * sigmoid: no shortcut carries a gradient past one behind the addition.
 */
export const addShortcuts = perDocument<HealthRemedy>(({ document, analysis, structure }) => {
  if (structure.additions.length > 0 || structure.easiestWay.some(({ kind }) => kind === 'sigmoid'))
    return [];
  const every = usualUnit(document, analysis);
  const conversion = toResidual(document, analysis, { every, option: 'A', join: 'beforeActivation' });
  if ('problem' in conversion) return [];
  const { shortcuts, edit } = conversion;
  const title = shortcuts === 1 ? 'Add a shortcut' : `Add ${shortcuts} shortcuts`;
  return [
    {
      id: 'add-shortcuts',
      title,
      expectation: `Each shortcut leads the gradient past ${every} layers undiminished; all layers and their weights stay as they are.`,
      edit: { ...edit, label: title },
    },
  ];
});
