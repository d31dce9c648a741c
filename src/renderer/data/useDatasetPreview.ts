import { useEffect, useState } from 'react';
import type { TrainingSettings } from '../../network/graph/trainingSettings';
import type { DatasetPreview } from '../../protocol/datasetMessages';
import { t } from '../language/t';
import { askAboutDataset, dropRequest } from './datasetRequests';

/** What is known of the dataset that is shown. */
export type PreviewState =
  /** `before` is what was shown until now, of the same dataset with other settings. */
  | {
      readonly state: 'reading';
      readonly activity: string;
      readonly progress: number | null;
      readonly before: DatasetPreview | null;
    }
  | { readonly state: 'ready'; readonly preview: DatasetPreview }
  | { readonly state: 'failed'; readonly message: string; readonly advice: string };

/** Typing asks once it has stopped for so long. */
const typingMilliseconds = 200;

/** Asks the engine to show a dataset, and again when the settings change; `attempt` asks once more for the same. */
export function useDatasetPreview(
  { dataset, augmentation, seed }: Pick<TrainingSettings, 'dataset' | 'augmentation' | 'seed'>,
  step: number,
  attempt: string,
): PreviewState {
  const [shown, setShown] = useState<PreviewState>({
    state: 'reading',
    activity: 'Reading',
    progress: null,
    before: null,
  });
  // Documents are never changed in place, but edits make equal settings anew.
  const asked = JSON.stringify({ attempt, question: { reference: dataset, augmentation, seed, step } });
  useEffect(() => {
    let request: string | null = null;
    const timer = setTimeout(() => {
      setShown((last) => ({
        state: 'reading',
        activity: 'Reading',
        progress: null,
        before: previewOf(last),
      }));
      request = askAboutDataset({ type: 'previewDataset', ...JSON.parse(asked).question }, (event) => {
        if (event.type === 'datasetProgress') {
          const { activity, progress } = event;
          setShown((last) => ({ state: 'reading', activity, progress, before: previewOf(last) }));
        } else if (event.type === 'datasetPreviewed') setShown({ state: 'ready', preview: event.preview });
        else if (event.type === 'datasetFailed')
          setShown({ state: 'failed', message: event.message, advice: event.advice });
      });
      if (request === null)
        setShown({
          state: 'failed',
          message: t`The engine is not running, so no data can be read.`,
          advice: t`Wait until it has started, or restart it.`,
        });
    }, typingMilliseconds);
    return () => {
      clearTimeout(timer);
      if (request !== null) dropRequest(request);
    };
  }, [asked]);
  return shown;
}

function previewOf(state: PreviewState): DatasetPreview | null {
  if (state.state === 'ready') return state.preview;
  return state.state === 'reading' ? state.before : null;
}
