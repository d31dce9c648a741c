import { create } from 'zustand';
import { assertNever } from '../../network/assertNever';
import type { Experiment } from '../../network/laboratory/experiment';
import type { EngineEventOf, LaboratoryEvent } from '../../protocol/engineMessages';
import type { ExperimentSummary } from '../../protocol/laboratoryMessages';
import { engineConnection } from '../engine/engineConnection';
import { offeredPresets } from './offeredPresets';

type Told = EngineEventOf<'experiment'>;

interface LaboratoryState {
  /** Those on disk, the latest first. */
  readonly kept: readonly ExperimentSummary[];
  /** The one that runs; null where none does. */
  readonly running: string | null;
  /** Where the experiments stand that were asked for, by their id. */
  readonly told: ReadonlyMap<string, Told>;
  readonly progress: EngineEventOf<'laboratoryProgress'> | null;
  readonly failure: { readonly message: string; readonly advice: string } | null;
  /** Id of the experiment that is looked at, a draft's too. */
  readonly shown: string;
  /** Experiments that are put together by hand and were not run yet, the latest first. */
  readonly drafts: readonly Experiment[];
  /** Asks the engine for the experiments on disk. */
  readonly refresh: () => void;
  readonly show: (experiment: string) => void;
  /** Begins a draft, and shows it. */
  readonly draw: (draft: Experiment) => void;
  /** Puts a draft as it is now in place of what it was. */
  readonly edit: (draft: Experiment) => void;
  readonly discard: (draft: string) => void;
  readonly run: (experiment: Experiment) => void;
  readonly stop: () => void;
  readonly receive: (event: LaboratoryEvent) => void;
  /** The engine is gone, and with it what ran. */
  readonly loseEngine: () => void;
}

const firstPreset = offeredPresets[0]?.id ?? '';

function without(drafts: readonly Experiment[], id: string): readonly Experiment[] {
  return drafts.filter((draft) => draft.id !== id);
}

/** What this window knows of the laboratory; the engine keeps it. */
export const useLaboratory = create<LaboratoryState>((set) => ({
  kept: [],
  running: null,
  told: new Map(),
  progress: null,
  failure: null,
  shown: firstPreset,
  drafts: [],

  refresh: () => void engineConnection.send({ type: 'listExperiments' }),
  show(shown) {
    set({ shown, failure: null });
    openShown();
  },
  draw: (draft) => set(({ drafts }) => ({ drafts: [draft, ...drafts], shown: draft.id, failure: null })),
  edit: (draft) =>
    set(({ drafts }) => ({ drafts: drafts.map((one) => (one.id === draft.id ? draft : one)) })),
  discard: (draft) =>
    set(({ drafts, shown }) => ({
      drafts: without(drafts, draft),
      shown: shown === draft ? firstPreset : shown,
      failure: null,
    })),
  run(experiment) {
    set({ shown: experiment.id, failure: null });
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

/** Asks where the experiment stands that is looked at: runs of its trials may have been thrown away since. */
function openShown(): void {
  const { shown, kept } = useLaboratory.getState();
  if (kept.some(({ id }) => id === shown))
    engineConnection.send({ type: 'openExperiment', experiment: shown });
}

function receiveExperiment(event: Told): void {
  const { id } = event.experiment;
  const { running, told, progress, drafts } = useLaboratory.getState();
  const ended = !event.running && running === id;
  useLaboratory.setState({
    told: new Map(told).set(id, event),
    // From here on the engine keeps it.
    drafts: without(drafts, id),
    running: event.running ? id : ended ? null : running,
    progress: ended ? null : progress,
  });
  if (ended) useLaboratory.getState().refresh();
}
