import { attribute } from '../proto/attributes';
import type { GraphBuilder } from './graphBuilder';
import type { GraphTensor } from './graphTensor';

/** Adds the graph of ∂L/∂input, given ∂L/∂output. */
export type GradientRule = (outputGradient: GraphTensor) => GraphTensor;

export interface TapeInput {
  readonly tensor: GraphTensor;
  readonly gradient: GradientRule;
}

interface TapeEntry {
  readonly scope: string;
  readonly output: GraphTensor;
  readonly inputs: readonly TapeInput[];
}

/**
 * Reverse-mode differentiation: the forward pass records each op with a rule per input, and `differentiate`
 * walks the record backwards. Only tensors that depend on a watched one get a gradient.
 */
export class GradientTape {
  readonly #graph: GraphBuilder;
  readonly #entries: TapeEntry[] = [];
  readonly #followed = new Set<string>();
  #scope = '';

  constructor(graph: GraphBuilder) {
    this.#graph = graph;
  }

  /** Ops that are recorded from now on belong to this layer: their gradients are named for it. */
  enter(scope: string): void {
    this.#scope = scope;
  }

  /** Asks for the gradient of a tensor: a weight, or a layer's output. */
  watch(tensor: GraphTensor): void {
    this.#followed.add(tensor.name);
  }

  record(output: GraphTensor, inputs: readonly TapeInput[]): GraphTensor {
    const followed = inputs.filter(({ tensor }) => this.#followed.has(tensor.name));
    if (followed.length > 0) {
      this.#followed.add(output.name);
      this.#entries.push({ scope: this.#scope, output, inputs: followed });
    }
    return output;
  }

  /** ∂target/∂tensor of everything that was followed and that the scalar target depends on, by tensor name. */
  differentiate(target: GraphTensor): ReadonlyMap<string, GraphTensor> {
    const graph = this.#graph;
    return graph.inScope('gradients', () => {
      const contributions = new Map([[target.name, [graph.constant(1)]]]);
      const gradients = new Map<string, GraphTensor>();
      const total = (name: string): GraphTensor | null => {
        const known = gradients.get(name);
        if (known !== undefined) return known;
        const terms = contributions.get(name) ?? [];
        const [first] = terms;
        if (first === undefined) return null;
        const sum = terms.length === 1 ? first : sumOf(graph, first, terms);
        gradients.set(name, sum);
        return sum;
      };
      for (const { scope, output, inputs } of this.#entries.toReversed())
        graph.inScope(scope, () => {
          const outputGradient = total(output.name);
          if (outputGradient === null) return;
          for (const { tensor, gradient } of inputs) {
            const terms = contributions.get(tensor.name) ?? [];
            contributions.set(tensor.name, [...terms, gradient(outputGradient)]);
          }
        });
      for (const name of contributions.keys()) total(name);
      return gradients;
    });
  }
}

function sumOf(graph: GraphBuilder, first: GraphTensor, terms: readonly GraphTensor[]): GraphTensor {
  return graph.float('AddN', terms, first.shape, { N: attribute.int(terms.length) });
}
