import { usualUnit } from '../../graph/shortcuts/residualUnits';
import { toResidual } from '../../graph/shortcuts/toResidual';
import { perDocument } from './perDocument';

/**
 * Shortcuts as in He et al. 2015: added in front of the activation that ends a unit. Not where that activation squeezes:
 * no shortcut carries a gradient past a sigmoid behind the addition.
 */
export const addShortcuts = perDocument(({ document, analysis, structure }) => {
  if (structure.additions.length > 0 || structure.activations.some(({ kind }) => kind === 'sigmoid'))
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
