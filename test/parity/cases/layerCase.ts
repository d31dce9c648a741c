import type { LayerConfig } from '../../../src/network/layers/fields';
import type { Shape } from '../../../src/network/layers/shape';

/** A layer with some settings on some inputs. */
export interface LayerCase {
  readonly title: string;
  /** Settings that differ from the defaults. */
  readonly config: LayerConfig;
  /** Shapes of the inputs without the batch axis. */
  readonly inputs: readonly Shape[];
}
