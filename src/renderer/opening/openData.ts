import { setTraining } from '../../network/graph/layerEdits';
import { recogniseData } from '../data/chooseData';
import { useDatasetDialog } from '../data/datasetDialogStore';
import { useEditor } from '../editor/editorStore';
import { useEngine } from '../engine/engineStore';
import { t } from '../language/t';

/** Takes a file or folder for the project's dataset, as an edit that can be undone, and shows it in the dialog about data. */
export async function openData(path: string): Promise<void> {
  const { show, fail } = useDatasetDialog.getState();
  show();
  const { machine } = useEngine.getState();
  if (machine !== null) return fail(onThisComputer(path, machine));
  const choice = await recogniseData(path);
  if (choice.state === 'failed') return fail(choice);
  const { history, apply } = useEditor.getState();
  const { document } = history;
  apply(setTraining(document, { ...document.training, dataset: choice.reference }));
}

/** Of another machine's files nothing is known here, nor the other way round. */
function onThisComputer(path: string, machine: string) {
  return {
    state: 'failed',
    message: t`${path} is on this computer, and training runs on ${machine}, which reads data from its own disk.`,
    advice: t`Copy it there, as with “rsync -a ${path} ${machine}:”, and type its path on that machine; or train on this computer.`,
  } as const;
}
