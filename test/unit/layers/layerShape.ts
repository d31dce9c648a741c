import { checkConfig } from '../../../src/network/layers/config';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { layerKind } from '../../../src/network/layers/registry';
import type { Shape } from '../../../src/network/layers/shape';

/** A kind's settings: these, and its defaults for the others. */
export function settled(kind: string, settings: LayerConfig): LayerConfig {
  const checked = checkConfig(layerKind(kind), settings);
  if ('problem' in checked) throw new Error(checked.problem.message);
  return checked.config;
}

/** Output shape of a layer, or what it says is wrong. */
export function shapeOf(kind: string, settings: LayerConfig, ...inputs: Shape[]): Shape | string {
  const result = layerKind(kind).outputShape(inputs, settled(kind, settings));
  return 'shape' in result ? result.shape : result.problem.message;
}
