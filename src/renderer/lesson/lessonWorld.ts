import type { NetworkDocument } from '../../network/graph/document';
import type { VerdictKind } from '../../network/health/healthVerdict';
import type { DockTab } from '../dock/dockTabs';

/** What a network is built with, as far as the lesson asks. */
export interface NetworkFacts {
  readonly layersWithKernels: number;
  readonly shortcuts: boolean;
  readonly batchNorm: boolean;
  /** Every kernel in front of the last one is drawn as He et al. advise. */
  readonly heWeights: boolean;
}

/** A run as the lesson sees it. */
export interface LessonRun {
  readonly network: NetworkFacts;
  /** Steps that were measured. */
  readonly samples: number;
  /** How many times smaller the gradient of the first layer with weights is than the last's, at the first sample. */
  readonly firstLoss: number | null;
  /** Of the diagnosis; null as long as none was made of this run. */
  readonly verdicts: readonly VerdictKind[] | null;
}

/** What of the window the steps of the lesson look at. */
export interface LessonWorld {
  /** Null where nothing was trained. */
  readonly run: LessonRun | null;
  /** What is trained beside it, or was; null where it stands alone. */
  readonly twin: LessonRun | null;
  /** `firstLoss` of the bare network that was trained last; null where none was since the window opened. */
  readonly bareLoss: number | null;
  /** The one layer that is selected lies in the half towards the input. */
  readonly frontSelected: boolean;
  /** The charts that are in view; null where they are folded away. */
  readonly tab: DockTab | null;
  /** The step that the window shows in place of the last one; null while live. */
  readonly scrubbedStep: number | null;
  readonly laboratory: {
    /** The experiment in view; null where the laboratory is closed. */
    readonly shown: string | null;
    readonly running: boolean;
    /** An experiment of one's own is being put together. */
    readonly drafting: boolean;
  };
}

const heInitialisers: ReadonlySet<unknown> = new Set(['heNormal', 'heUniform']);

export function networkFacts({ nodes }: Pick<NetworkDocument, 'nodes'>): NetworkFacts {
  const initialisers = nodes.flatMap(({ config }) =>
    config['initialiser'] === undefined ? [] : [config['initialiser']],
  );
  return {
    layersWithKernels: initialisers.length,
    shortcuts: nodes.some(({ kind }) => kind === 'add'),
    batchNorm: nodes.some(({ kind }) => kind === 'batchNorm'),
    heWeights:
      initialisers.length > 1 &&
      initialisers.slice(0, -1).every((initialiser) => heInitialisers.has(initialiser)),
  };
}
