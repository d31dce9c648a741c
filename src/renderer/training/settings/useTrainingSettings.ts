import { setTraining } from '../../../network/graph/layerEdits';
import { type TrainingSettings, trainingSettingsSchema } from '../../../network/graph/trainingSettings';
import { useDocument, useEditor } from '../../editor/editorStore';
import { describeRefusal } from './settingsProblem';

/** Settings as a form may propose them: checked before they are taken over. */
type Proposal = { readonly [Name in keyof TrainingSettings]?: unknown };

/** The document's training settings, and a way to change some of them as an undoable edit. */
export function useTrainingSettings() {
  const { training } = useDocument();
  /** Says why the proposal can't be taken over; null where it can. */
  const check = (proposal: Proposal, scale?: number): string | null => {
    const settings = trainingSettingsSchema.safeParse({ ...training, ...proposal });
    return settings.success ? null : describeRefusal(settings.error, scale);
  };
  /** Takes a possible proposal over. Changes under one name in a row are undone together. */
  const propose = (name: string, proposal: Proposal): void => {
    const { history, apply } = useEditor.getState();
    const settings = trainingSettingsSchema.safeParse({ ...history.document.training, ...proposal });
    if (settings.success) apply(setTraining(history.document, settings.data), `training.${name}`);
  };
  return { training, check, propose };
}
