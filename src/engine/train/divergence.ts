import type { NonFiniteOrigin } from '../trainingExecutor';

/**
 * Says where a step stopped being finite: in its loss, or else in its gradients. `step` is 1-based; `label` is the
 * name of the node that `origin` points at; an origin of null means that it could not be found again.
 */
export function describeDivergence(
  step: number,
  loss: number,
  origin: NonFiniteOrigin | null,
  label: string,
): string {
  const place = origin === null ? '' : `: ${placeOf(origin, label)}`;
  return `${becameOf(loss)} at step ${step}${place}. Lower the learning rate, add warm-up steps, or put batch normalization behind the layers.`;
}

function becameOf(loss: number): string {
  if (Number.isNaN(loss)) return 'Loss became NaN';
  return Number.isFinite(loss) ? 'A gradient stopped being a finite number' : 'Loss became infinite';
}

function placeOf({ direction, value }: NonFiniteOrigin, label: string): string {
  const what = value === 'NaN' ? 'NaN' : 'infinity';
  return direction === 'forward'
    ? `first ${what} in the values of ${label} (forward)`
    : `first ${what} in the gradient of ${label} (backward)`;
}
