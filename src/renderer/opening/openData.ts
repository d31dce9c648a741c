import { setTraining } from '../../network/graph/layerEdits';
import { recogniseData } from '../data/chooseData';
import { useDatasetDialog } from '../data/datasetDialogStore';
import { useEditor } from '../editor/editorStore';

/** Takes a file or folder for the project's dataset, as an edit that can be undone, and shows it in the dialog about data. */
export async function openData(path: string): Promise<void> {
  const { show, fail } = useDatasetDialog.getState();
  show();
  const choice = await recogniseData(path);
  if (choice.state === 'failed') return fail(choice);
  const { history, apply } = useEditor.getState();
  const { document } = history;
  apply(setTraining(document, { ...document.training, dataset: choice.reference }));
}
