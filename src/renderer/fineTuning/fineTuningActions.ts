/** What a person does to train a part of a network on from weights. */

import type { DatasetReference } from '../../network/datasets/datasetReference';
import { setFrozen, setStartingWeights } from '../../network/graph/fineTuningEdits';
import { headForDataset } from '../../network/graph/headForDataset';
import { layersBefore, withWeights } from '../../network/graph/layersBefore';
import type { RunSummary } from '../../protocol/runMessages';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { t } from '../language/t';
import { nameOf } from '../runs/runFilter';

/** Keeps the selected layers' weights as they are in training, or lets them learn again. */
export function freezeSelection(frozen: boolean): void {
  const { history, analysis, selection, apply } = useEditor.getState();
  const ids = withWeights(history.document, analysis, selection.nodes);
  apply(setFrozen(history.document, ids, frozen));
}

/** Freezes all that the input of a layer follows from. */
export function freezeBefore(layer: string): void {
  const { history, analysis, apply } = useEditor.getState();
  const { document } = history;
  const ids = withWeights(document, analysis, layersBefore(document, layer));
  const edit = setFrozen(document, ids, true);
  const label = document.nodes.find(({ id }) => id === layer)?.label ?? layer;
  apply({ ...edit, label: `Freeze everything before ${label}` });
}

/** Puts a fresh head in the place of the present one, freezes the rest, and selects what is new. */
export function replaceHeadBy(dataset: DatasetReference, classes: number): void {
  const { history, apply, select, bringIntoView, structureLocked } = useEditor.getState();
  const result = headForDataset(history.document, dataset, classes);
  if ('problem' in result) {
    useNotice.getState().show(result.problem);
    return;
  }
  apply(result.edit);
  if (structureLocked) return;
  select({ nodes: result.heads, edges: [] });
  const [first] = result.heads;
  if (first !== undefined) bringIntoView(first);
}

/** Has the network on the canvas begin with a run's best weights when it is trained next. */
export function startFromRun(run: RunSummary): void {
  const { history, apply } = useEditor.getState();
  const name = nameOf(run);
  apply(setStartingWeights(history.document, { type: 'run', run: run.folder, name }));
  useNotice.getState().show({
    message: t`Training starts from the weights of ${name}, where name and shape agree.`,
    advice: t`Freeze what is to stay as it is, or replace the head, in a layer’s menu.`,
  });
}

/** All weights are drawn again when the network is trained next. */
export function startFresh(): void {
  const { history, apply } = useEditor.getState();
  apply(setStartingWeights(history.document, null));
}
