import { create } from 'zustand';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { EvaluatedSplit } from '../../protocol/evaluationMessages';
import { askTrained, dropQuestion, noEngine } from './evaluationRequests';
import { type UsingFailure, usedNetwork, useUsing } from './usingStore';

export type Evaluation = Omit<EngineEventOf<'evaluated'>, 'type' | 'requestId'>;
type Progress = Pick<EngineEventOf<'evaluationProgress'>, 'activity' | 'progress' | 'secondsLeft'>;

/** A cell of the confusion matrix. */
export interface MatrixCell {
  readonly row: number;
  readonly column: number;
}

interface EvaluationState {
  readonly split: EvaluatedSplit;
  /** Null while nothing is evaluated. */
  readonly progress: Progress | null;
  /** The last one of the network that is used; null where there is none. */
  readonly evaluation: Evaluation | null;
  readonly failure: UsingFailure | null;
  /** The cell whose mistakes are shown; null for all. */
  readonly cell: MatrixCell | null;
  chooseSplit(split: EvaluatedSplit): void;
  evaluate(): void;
  stop(): void;
  /** Shows the mistakes of a cell, or of all where it is shown already. */
  toggleCell(cell: MatrixCell): void;
  forget(): void;
}

let waiting: string | null = null;
const nothing = { progress: null, evaluation: null, failure: null, cell: null } as const;

export const useEvaluation = create<EvaluationState>((set, get) => ({
  split: 'validation',
  ...nothing,
  chooseSplit(split) {
    get().stop();
    set({ ...nothing, split });
  },
  evaluate() {
    const network = usedNetwork(useUsing.getState());
    if (network === null) return;
    get().stop();
    set({ ...nothing, progress: { activity: 'Starting', progress: null, secondsLeft: null } });
    const question = { type: 'evaluate', network, split: get().split } as const;
    waiting = askTrained(question, (event) => {
      if (event.type === 'evaluationProgress') {
        const { activity, progress, secondsLeft } = event;
        return set({ progress: { activity, progress, secondsLeft } });
      }
      waiting = null;
      if (event.type === 'evaluationFailed') return set({ progress: null, failure: event });
      if (event.type === 'evaluated') set({ progress: null, evaluation: event });
    });
    if (waiting === null) set({ progress: null, failure: noEngine });
  },
  stop() {
    if (waiting !== null) dropQuestion(waiting);
    waiting = null;
    set({ progress: null });
  },
  toggleCell(cell) {
    const shown = get().cell;
    set({ cell: shown?.row === cell.row && shown.column === cell.column ? null : cell });
  },
  forget() {
    get().stop();
    set(nothing);
  },
}));

/** Another network, or other weights: what was found of the last ones is of no more use. */
useUsing.subscribe(({ folder, project, checkpoint, opened }, before) => {
  const { evaluation, forget } = useEvaluation.getState();
  const trainedOn =
    opened !== null && evaluation !== null && evaluation.checkpoint?.step !== opened.checkpoint?.step;
  const other = folder !== before.folder || project !== before.project || checkpoint !== before.checkpoint;
  if (other || trainedOn) forget();
});
