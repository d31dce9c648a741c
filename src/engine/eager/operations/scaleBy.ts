import type { Tensor } from '@tensorflow/tfjs-core';
import { scaleByGradients } from '../gradients/scaleBy';
import { allocate, floats } from '../heap';
import type { OperationContext } from './operationContext';

/** x · scale, which has the shape of x's last axes. */
export function scaleBy({ wasm, tape }: OperationContext, x: Tensor, scale: Tensor): Tensor {
  const y = allocate(wasm, x.shape);
  const [source, factors, target] = [floats(wasm, x), floats(wasm, scale), floats(wasm, y)];
  for (let start = 0; start < target.length; start += factors.length)
    for (let place = 0; place < factors.length; place++)
      target[start + place] = (source[start + place] ?? 0) * (factors[place] ?? 0);
  const gradients = scaleByGradients(wasm, x, scale);
  return tape.record(y, [
    { tensor: x, gradient: gradients.x },
    { tensor: scale, gradient: gradients.scale },
  ]);
}
