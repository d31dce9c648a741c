import type { Runtime } from '../devices/runtime';
import type { ScoringNetwork } from '../scoringNetwork';
import type { TrainedNetwork } from './trainedNetwork';

/** A trained network that can be asked. */
export interface LoadedNetwork extends TrainedNetwork {
  readonly scoring: ScoringNetwork;
}

/** The trained network that was asked last: images are drawn and dropped in a row, and compiling takes longer than an answer. */
export class LoadedNetworks {
  #kept: { readonly key: string; readonly network: LoadedNetwork } | null = null;

  /**
   * Opens a network, or takes the one in memory that was opened under the same key; `anew` opens it again, for training may
   * have replaced its checkpoint. It is good until the next one is asked for. Throws what `open` throws.
   */
  load(runtime: Runtime, key: string, open: () => TrainedNetwork, anew: boolean): LoadedNetwork {
    const kept = this.#kept;
    if (!anew && kept?.key === key) return kept.network;
    const trained = open();
    this.dispose();
    const scoring = runtime.createScoring(trained.document, trained.analysis);
    const network = { ...trained, scoring };
    this.#kept = { key, network };
    scoring.writeWeights(trained.weights);
    return network;
  }

  dispose(): void {
    this.#kept?.network.scoring.dispose();
    this.#kept = null;
  }
}
