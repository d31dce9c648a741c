import { kerasClasses } from '../../../network/code/keras/kerasClasses';
import type { KerasObject, KerasValue } from '../../../network/layers/kerasLayer';
import type { FunctionalModel, ModelLayer } from '../functionalModel';

/** The `config.json` of a `.keras` file, as `keras.Model.save` writes it; settings with Keras's default are left out. */
export function modelConfig(model: FunctionalModel, layers: readonly ModelLayer[]): object {
  const shapes = new Map(layers.map(({ name, outputShape }) => [name, outputShape]));
  const tensor = (name: string): object => ({
    class_name: '__keras_tensor__',
    config: {
      shape: [null, ...(shapes.get(name) ?? [])],
      dtype: 'float32',
      keras_history: [name, 0, 0],
    },
  });
  return {
    module: 'keras.src.models.functional',
    class_name: 'Functional',
    config: {
      name: model.name,
      trainable: true,
      layers: layers.map((layer) => ({
        ...layerConfig(layer),
        name: layer.name,
        inbound_nodes: inboundNodes(layer, tensor),
      })),
      input_layers: [[model.input, 0, 0]],
      output_layers: [[model.output, 0, 0]],
    },
    registered_name: 'Functional',
    build_config: { input_shape: null },
  };
}

function inboundNodes(
  { inputs, takesList }: ModelLayer,
  tensor: (name: string) => object,
): readonly object[] {
  const tensors = inputs.map(tensor);
  if (tensors.length === 0) return [];
  return [{ args: takesList || tensors.length > 1 ? [tensors] : tensors, kwargs: {} }];
}

function layerConfig({ className, name, arguments: settings, outputShape }: ModelLayer): object {
  if (className === 'Input')
    return {
      ...classOf('keras.layers', 'InputLayer'),
      config: { name, batch_shape: [null, ...outputShape], dtype: 'float32', sparse: false },
    };
  const config = { name, ...alwaysRead[className], ...settingsOf(settings) };
  return kerasClasses.has(className)
    ? { module: null, class_name: className, config, registered_name: `Layerwise>${className}` }
    : { ...classOf('keras.layers', className), config };
}

/** Settings that Keras reads even where they have its default. */
const alwaysRead: Readonly<Record<string, object>> = { Rescaling: { offset: 0 } };

function classOf(module: string, className: string): object {
  return { module, class_name: className, registered_name: null };
}

function settingsOf(settings: ModelLayer['arguments']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      isObject(value)
        ? { ...classOf('keras.initializers', value.className), config: value.arguments }
        : value,
    ]),
  );
}

function isObject(value: KerasValue): value is KerasObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
