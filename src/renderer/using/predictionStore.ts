import { create } from 'zustand';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { AskedImage } from '../../protocol/evaluationMessages';
import { askTrained, dropQuestion, noEngine } from './evaluationRequests';
import { type UsingFailure, usedNetwork, useUsing } from './usingStore';

export type Predicted = Omit<EngineEventOf<'predicted'>, 'type' | 'requestId'>;

interface PredictionState {
  /** What was asked last; null before anything was. */
  readonly image: AskedImage | null;
  /** The layer, and the class, whose evidence is shown; null for the usual layer and the most probable class. */
  readonly node: string | null;
  readonly classNumber: number | null;
  readonly predicted: Predicted | null;
  readonly failure: UsingFailure | null;
  /** Asks about an image. While an answer is awaited only the latest question is kept. */
  ask(image: AskedImage): void;
  look(at: { readonly node?: string | null; readonly classNumber?: number | null }): void;
  forget(): void;
}

/** Drawing asks at each move of the mouse. A served engine takes 20 messages a second, and eyes see no more than this. */
const leastPause = 80;

/** The question under way, whether another one has come up meanwhile, and when the last was sent. */
let waiting: string | null = null;
let again = false;
let sentAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;
const nothing = { image: null, node: null, classNumber: null, predicted: null, failure: null } as const;

export const usePrediction = create<PredictionState>((set, get) => {
  const send = (): void => {
    const network = usedNetwork(useUsing.getState());
    const { image, node, classNumber } = get();
    if (network === null || image === null) return;
    if (waiting !== null) {
      again = true;
      return;
    }
    again = false;
    clearTimeout(timer);
    const early = sentAt + leastPause - performance.now();
    if (early > 0) {
      timer = setTimeout(send, early);
      return;
    }
    sentAt = performance.now();
    const map = { node, classNumber };
    waiting = askTrained({ type: 'predict', network, image, map }, (event) => {
      waiting = null;
      if (event.type === 'predicted') set({ predicted: event, failure: null });
      if (event.type === 'evaluationFailed') set({ predicted: null, failure: event });
      if (again) send();
    });
    if (waiting === null) set({ predicted: null, failure: noEngine });
  };
  return {
    ...nothing,
    ask(image) {
      set({ image, classNumber: null });
      send();
    },
    look(at) {
      set(at);
      send();
    },
    forget() {
      clearTimeout(timer);
      if (waiting !== null) dropQuestion(waiting);
      waiting = null;
      again = false;
      set(nothing);
    },
  };
});

/** Another network has nothing to do with what was asked; the same one, opened again, may have been trained on. */
useUsing.subscribe(({ folder, project, checkpoint, opened }, before) => {
  const { image, look, forget } = usePrediction.getState();
  if (folder !== before.folder || project !== before.project || checkpoint !== before.checkpoint) forget();
  else if (opened !== null && opened !== before.opened && image !== null) look({});
});
