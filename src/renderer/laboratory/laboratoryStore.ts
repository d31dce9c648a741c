import { create } from 'zustand';
import { assertNever } from '../../network/assertNever';
import type { Experiment } from '../../network/laboratory/experiment';
import type { EngineEventOf, LaboratoryEvent } from '../../protocol/engineMessages';
import type { ExperimentSummary } from '../../protocol/laboratoryMessages';
import { engineConnection } from '../engine/engineConnection';
import { offeredPresets } from './offeredPresets';

type Told = EngineEventOf<'experiment'>;

interface LaboratoryState {
  readonly open: boolean;
  /** Those on disk, the latest first. */
  readonly kept: readonly ExperimentSummary[];
  /** The one that runs; null where none does. */
  readonly running: string | null;
  /** Where the experiments stand that were asked for, by their id. */
  readonly told: ReadonlyMap<string, Told>;
  readonly progress: EngineEventOf<'laboratoryProgress'> | null;
  readonly failure: { readonly message: string; readonly advice: string } | null;
  /** Id of the experiment that is looked at. */
  readonly shown: string;
  /** An experiment that is put together by hand. */
  readonly draft: Experiment | null;
  readonly toggle: () => void;
  readonly close: () => void;
  readonly show: (experiment: string) => void;
  readonly edit: (draft: Experiment | null) => void;
  readonly run: (experiment: Experiment) => void;
  readonly stop: () => void;
  readonly receive: (event: LaboratoryEvent) => void;
  /** The engine is gone, and with it what ran. */
  readonly loseEngine: () => void;
}

/** What this window knows of the laboratory; the engine keeps it. */
export const useLaboratory = create<LaboratoryState>((set, get) => ({
  open: false,
  kept: [],
  running: null,
  told: new Map(),
  progress: null,
  failure: null,
  shown: offeredPresets[0]?.id ?? '',
  draft: null,

  toggle() {
    const open = !get().open;
    set({ open });
    if (open) engineConnection.send({ type: 'listExperiments' });
  },
  close: () => set({ open: false }),
  show(shown) {
    set({ shown, draft: null, failure: null });
    openShown();
  },
  edit: (draft) => set({ draft, failure: null }),
  run(experiment) {
    set({ shown: experiment.id, draft: null, failure: null });
    if (!engineConnection.send({ type: 'runExperiment', experiment }))
      set({
        failure: {
          message: 'The engine is not running, so nothing can be trained.',
          advice: 'Wait until it has started, or restart it.',
        },
      });
  },
  stop: () => void engineConnection.send({ type: 'stopExperiment' }),
  receive(event) {
    switch (event.type) {
      case 'experiments':
        set({ kept: event.experiments, running: event.running });
        return openShown();
      case 'experiment':
        return receiveExperiment(event);
      case 'laboratoryProgress':
        return set({ progress: event, running: event.experiment });
      case 'laboratoryFailed':
        return set({ failure: { message: event.message, advice: event.advice } });
      default:
        return assertNever(event);
    }
  },
  loseEngine: () => set({ running: null, progress: null }),
}));

/** Asks for the results of the experiment that is looked at, where there are some. */
function openShown(): void {
  const { shown, kept, told } = useLaboratory.getState();
  if (!told.has(shown) && kept.some(({ id }) => id === shown))
    engineConnection.send({ type: 'openExperiment', experiment: shown });
}

function receiveExperiment(event: Told): void {
  const { id } = event.experiment;
  const { running, told, progress } = useLaboratory.getState();
  const ended = !event.running && running === id;
  useLaboratory.setState({
    told: new Map(told).set(id, event),
    running: event.running ? id : ended ? null : running,
    progress: ended ? null : progress,
  });
  if (ended) engineConnection.send({ type: 'listExperiments' });
}
