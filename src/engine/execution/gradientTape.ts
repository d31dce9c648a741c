/** Computes ∂L/∂input, given ∂L/∂output. */
export type GradientRule<Tensor> = (outputGradient: Tensor) => Tensor;

export interface TapeInput<Tensor> {
  readonly tensor: Tensor;
  readonly gradient: GradientRule<Tensor>;
}

interface TapeEntry<Tensor> {
  readonly scope: string;
  readonly output: Tensor;
  readonly inputs: readonly TapeInput<Tensor>[];
}

/** What differentiation needs to know of the tensors that it handles. */
export interface TapeTensors<Tensor, Key> {
  /** Tensors of one key are the same. */
  keyOf(tensor: Tensor): Key;
  /** The number 1 as a scalar. */
  one(): Tensor;
  /** The sum of two or more tensors of one shape. */
  sum(terms: readonly [Tensor, ...Tensor[]]): Tensor;
  /** Computes gradients that belong to this layer. */
  inScope(scope: string, compute: () => void): void;
}

/**
 * Reverse-mode differentiation: the forward pass records each op with a rule per input, and `differentiate`
 * walks the record backwards. Only tensors that depend on a watched one get a gradient; no other is computed.
 */
export class GradientTape<Tensor, Key> {
  readonly #tensors: TapeTensors<Tensor, Key>;
  readonly #entries: TapeEntry<Tensor>[] = [];
  readonly #followed = new Set<Key>();
  #scope = '';

  constructor(tensors: TapeTensors<Tensor, Key>) {
    this.#tensors = tensors;
  }

  /** Ops that are recorded from now on belong to this layer. */
  enter(scope: string): void {
    this.#scope = scope;
  }

  /** Asks for the gradient of a tensor: a weight, or a layer's output. */
  watch(tensor: Tensor): void {
    this.#followed.add(this.#tensors.keyOf(tensor));
  }

  record(output: Tensor, inputs: readonly TapeInput<Tensor>[]): Tensor {
    const { keyOf } = this.#tensors;
    const followed = inputs.filter(({ tensor }) => this.#followed.has(keyOf(tensor)));
    if (followed.length > 0) {
      this.#followed.add(keyOf(output));
      this.#entries.push({ scope: this.#scope, output, inputs: followed });
    }
    return output;
  }

  /**
   * ∂target/∂tensor of everything that was followed and that the scalar target depends on, by the tensor's key. A target
   * that is no scalar is summed, each of its values times that of `weights`, a tensor of its shape.
   */
  differentiate(target: Tensor, weights?: Tensor): ReadonlyMap<Key, Tensor> {
    const { keyOf, one, sum, inScope } = this.#tensors;
    const contributions = new Map<Key, readonly Tensor[]>([[keyOf(target), [weights ?? one()]]]);
    const gradients = new Map<Key, Tensor>();
    const total = (key: Key): Tensor | null => {
      const known = gradients.get(key);
      if (known !== undefined) return known;
      const [first, ...others] = contributions.get(key) ?? [];
      if (first === undefined) return null;
      const gradient = others.length === 0 ? first : sum([first, ...others]);
      gradients.set(key, gradient);
      return gradient;
    };
    for (const { scope, output, inputs } of this.#entries.toReversed())
      inScope(scope, () => {
        const outputGradient = total(keyOf(output));
        if (outputGradient === null) return;
        for (const { tensor, gradient } of inputs) {
          const terms = contributions.get(keyOf(tensor)) ?? [];
          contributions.set(keyOf(tensor), [...terms, gradient(outputGradient)]);
        }
      });
    for (const key of contributions.keys()) total(key);
    return gradients;
  }
}
