import type { Analysis } from '../analysis/analysis';
import type { NetworkDocument } from '../graph/document';
import { mainOutput } from '../graph/mainOutput';
import { upstream, wire } from '../graph/wiring';
import { findLayerKind } from '../layers/registry';
import { memoryOps } from './memoryOps';
import { MemoryTape, type MemoryTensor } from './memoryTape';

/** The forward pass of a network as it is trained, and as it is evaluated: without the auxiliary heads. */
export interface MemoryPasses {
  readonly training: MemoryTape;
  readonly evaluation: MemoryTape;
  /** Outputs of the layers in training, by node id. */
  readonly outputs: ReadonlyMap<string, MemoryTensor>;
}

/** Reads the memory of both passes of a network that trains (`analysis.trains`). */
export function memoryPasses(document: NetworkDocument, analysis: Analysis): MemoryPasses {
  const main = mainOutput(document.nodes);
  const leading = upstream(wire(document), main === undefined ? [] : [main.id]);
  const training = runPass(document, analysis, () => true);
  const evaluation = runPass(document, analysis, (id) => leading.has(id));
  return { training: training.tape, evaluation: evaluation.tape, outputs: training.outputs };
}

function runPass(
  document: NetworkDocument,
  analysis: Analysis,
  takesPart: (id: string) => boolean,
): { readonly tape: MemoryTape; readonly outputs: ReadonlyMap<string, MemoryTensor> } {
  const tape = new MemoryTape();
  const ops = memoryOps(tape);
  const wiring = wire(document);
  const outputs = new Map<string, MemoryTensor>();
  for (const id of analysis.order) {
    const [node, facts] = [wiring.nodes.get(id), analysis.nodes.get(id)];
    const kind = node && findLayerKind(node.kind);
    if (node === undefined || kind === undefined || !facts?.usedInTraining || !takesPart(id)) continue;
    const weights = Object.fromEntries(facts.weights.map(({ name, shape }) => [name, tape.fixed(shape)]));
    const inputs =
      kind.inputs === 'none'
        ? [tape.batched(facts.outputShape ?? [])]
        : wiring.incoming(id).flatMap(({ from }) => outputs.get(from) ?? []);
    const output = kind.forward(ops, inputs, weights, node.config);
    const last = tape.entries.at(-1);
    if (last?.output === output) last.measured = true;
    outputs.set(id, output);
    kind.objective?.(ops, output, tape.batched([]), node.config);
  }
  return { tape, outputs };
}
