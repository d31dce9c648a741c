/** Descriptions of models as Keras 2 writes them, for tests. */

export interface DescribedLayer {
  readonly class_name: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes: readonly unknown[];
}

/** A layer of a functional model, called on the first outputs of `inputs`; once for each list. */
export function described(
  className: string,
  name: string,
  config: Readonly<Record<string, unknown>>,
  ...inputs: readonly (readonly string[])[]
): DescribedLayer {
  return {
    class_name: className,
    name,
    config: { name, ...config },
    inbound_nodes: inputs.map((list) => list.map((input) => [input, 0, 0, {}])),
  };
}

export const image = described('InputLayer', 'images', { batch_input_shape: [null, 8, 8, 3] });

/** A functional model whose input is `images`. */
export function functional(layers: readonly DescribedLayer[], output: string, name = 'model'): object {
  return {
    class_name: 'Functional',
    config: { name, layers, input_layers: [['images', 0, 0]], output_layers: [[output, 0, 0]] },
  };
}

export const conv = (name: string, input: string, config: Readonly<Record<string, unknown>> = {}) =>
  described('Conv2D', name, { filters: 4, kernel_size: [3, 3], padding: 'same', ...config }, [input]);

export const classes = (input: string): readonly DescribedLayer[] => [
  described('Flatten', 'flat', {}, [input]),
  described('Dense', 'classes', { units: 5 }, ['flat']),
];
