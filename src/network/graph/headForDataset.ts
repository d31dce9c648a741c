import { analyse } from '../analysis/analyse';
import type { DatasetReference } from '../datasets/datasetReference';
import type { LayerProblem } from '../layers/defineLayer';
import type { NetworkDocument } from './document';
import { applyEdit } from './edits';
import { fitToDataset } from './fitToDataset';
import { setTraining } from './layerEdits';
import { type HeadReplacement, replaceHead } from './replaceHead';

/**
 * Replaces the head (see replaceHead), and where the dataset is another one than before has the network train on it: its
 * Inputs take the dataset's images. All in one edit.
 */
export function headForDataset(
  document: NetworkDocument,
  dataset: DatasetReference,
  classes: number,
): HeadReplacement | { readonly problem: LayerProblem } {
  const chosen = setTraining(document, { ...document.training, dataset });
  const onDataset = applyEdit(document, chosen).document;
  const fitting = chosen.changes.length === 0 ? [] : fitToDataset(onDataset).changes;
  const fitted = applyEdit(onDataset, { label: chosen.label, changes: fitting }).document;
  const replaced = replaceHead(fitted, analyse(fitted), classes);
  if ('problem' in replaced) return replaced;
  const { edit, heads } = replaced;
  return { edit: { ...edit, changes: [...chosen.changes, ...fitting, ...edit.changes] }, heads };
}
