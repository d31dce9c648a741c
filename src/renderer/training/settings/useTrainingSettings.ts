import { setTraining } from '../../../network/graph/layerEdits';
import { type TrainingSettings, trainingSettingsSchema } from '../../../network/graph/trainingSettings';
import { useDocument, useEditor } from '../../editor/editorStore';
import { describeRefusal } from './settingsProblem';

/** Settings as a form may propose them: checked before they are taken over. */
type Proposal = { readonly [Name in keyof TrainingSettings]?: unknown };

/** The document's training settings, and a way to change some of them as an undoable edit. */
export function useTrainingSettings() {
  const { training } = useDocument();
  /** Takes the proposal over, or says why it can't be. Changes under one name in a row are undone together. */
  const propose = (name: string, proposal: Proposal, scale?: number): string | null => {
    const { history, apply } = useEditor.getState();
    const settings = trainingSettingsSchema.safeParse({ ...history.document.training, ...proposal });
    if (!settings.success) return describeRefusal(settings.error, scale);
    apply(setTraining(history.document, settings.data), `training.${name}`);
    return null;
  };
  return { training, propose };
}
