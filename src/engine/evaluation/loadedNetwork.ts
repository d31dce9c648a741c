import type { CheckpointChoice } from '../../protocol/evaluationMessages';
import type { Runtime } from '../devices/runtime';
import type { ScoringNetwork } from '../scoringNetwork';
import { openTrained, type TrainedNetwork } from './trainedNetwork';

/** A trained network that can be asked. */
export interface LoadedNetwork extends TrainedNetwork {
  readonly scoring: ScoringNetwork;
}

/** The trained network that was asked last: images are drawn and dropped in a row, and compiling takes longer than an answer. */
export class LoadedNetworks {
  #kept: {
    readonly path: string;
    readonly choice: CheckpointChoice;
    readonly network: LoadedNetwork;
  } | null = null;

  /**
   * Loads a run's network, or takes the one in memory; `anew` reads its checkpoint again, which training may have replaced.
   * It is good until the next one is asked for. Throws an AdviceError where there is none.
   */
  load(runtime: Runtime, path: string, choice: CheckpointChoice, anew: boolean): LoadedNetwork {
    const kept = this.#kept;
    if (!anew && kept?.path === path && kept.choice === choice) return kept.network;
    const trained = openTrained(path, choice);
    this.dispose();
    const scoring = runtime.createScoring(trained.document, trained.analysis);
    const network = { ...trained, scoring };
    this.#kept = { path, choice, network };
    scoring.writeWeights(trained.weights);
    return network;
  }

  dispose(): void {
    this.#kept?.network.scoring.dispose();
    this.#kept = null;
  }
}
