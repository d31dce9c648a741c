import type { LayerConfig } from '../../../../network/layers/fields';
import type { KerasLayer } from '../kerasLayer';

/** Keras's initialisers of kernels by their classes; others are left to what suits the activation behind the layer. */
const initialisers: Readonly<Record<string, string>> = {
  GlorotNormal: 'glorotNormal',
  GlorotUniform: 'glorotUniform',
  HeNormal: 'heNormal',
  HeUniform: 'heUniform',
  LecunNormal: 'lecunNormal',
  LecunUniform: 'lecunUniform',
};

/** How the kernel is first drawn. It matters where the file holds no weights, and to what is trained anew. */
export function kernelInitialiser(layer: KerasLayer, name: string): LayerConfig {
  const value = layer.setting(name);
  const className =
    typeof value === 'object' && value !== null && 'class_name' in value ? value.class_name : '';
  const known = typeof className === 'string' && Object.hasOwn(initialisers, className);
  const initialiser = known ? initialisers[className] : undefined;
  return initialiser === undefined ? {} : { initialiser };
}
