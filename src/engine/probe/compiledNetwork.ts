import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { firstValueFields } from '../../network/layers/initialiserFields';
import type { Runtime } from '../devices/runtime';
import { trainedLayers } from '../execution/trainedLayers';
import type { TrainingExecutor } from '../trainingExecutor';

/**
 * The executor that was made last. A network with other first weights alone computes on the same graph, whose compilation
 * takes longer than the few passes of a usual probe.
 */
export class CompiledNetwork {
  #kept: { readonly form: string; readonly executor: TrainingExecutor } | null = null;

  /** An executor whose weights are to be written before it is used. It is good until the next one is asked for. */
  executorFor(runtime: Runtime, document: NetworkDocument, analysis: Analysis): TrainingExecutor {
    const form = formOf(document, analysis);
    if (this.#kept?.form === form) return this.#kept.executor;
    this.dispose();
    const executor = runtime.createExecutor(document, analysis);
    this.#kept = { form, executor };
    return executor;
  }

  dispose(): void {
    this.#kept?.executor.dispose();
    this.#kept = null;
  }
}

/** All that what a probe measures follows from besides weights: gradients are measured before they are clipped. */
function formOf(document: NetworkDocument, analysis: Analysis): string {
  const { optimizer, weightDecay, seed } = document.training;
  const layers = trainedLayers(document, analysis).map(
    ({ node: { id, kind, config, label, frozen }, inputs }) => ({
      ...{ id, kind, label, frozen, inputs },
      config: Object.entries(config).filter(([name]) => !firstValueFields.has(name)),
    }),
  );
  return JSON.stringify({ layers, optimizer, weightDecay, seed });
}
