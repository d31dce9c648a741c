import { assertNever } from '../../../src/network/assertNever';
import type { Optimizer } from '../../../src/network/graph/trainingSettings';

export interface WeightState {
  weight: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export interface UpdateSettings {
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  /** 0 for weights that do not decay. */
  readonly weightDecay: number;
  /** 1 for the first step. */
  readonly count: number;
}

/** One update by the formulas of docs/optimizers.md, value by value in float64. */
export function update64(state: WeightState, gradient: ArrayLike<number>, settings: UpdateSettings): void {
  const { optimizer, learningRate: rate, weightDecay, count } = settings;
  const { weight, first, second } = state;
  for (let index = 0; index < weight.length; index++) {
    const w = weight[index] ?? Number.NaN;
    const g = (gradient[index] ?? Number.NaN) + (optimizer.type === 'adamw' ? 0 : weightDecay * w);
    weight[index] = updated(w, g, index);
  }

  function updated(w: number, g: number, index: number): number {
    switch (optimizer.type) {
      case 'sgd':
        return w - rate * g;
      case 'momentum':
      case 'nesterov': {
        const velocity = optimizer.momentum * (first[index] ?? 0) + g;
        first[index] = velocity;
        return optimizer.type === 'momentum'
          ? w - rate * velocity
          : w - rate * (g + optimizer.momentum * velocity);
      }
      case 'rmsprop': {
        const square = optimizer.decay * (first[index] ?? 0) + (1 - optimizer.decay) * g * g;
        const step =
          optimizer.momentum * (second[index] ?? 0) + (rate * g) / Math.sqrt(square + optimizer.epsilon);
        first[index] = square;
        second[index] = step;
        return w - step;
      }
      case 'adam':
      case 'adamw': {
        const { beta1, beta2, epsilon } = optimizer;
        const decayed = optimizer.type === 'adamw' ? w - rate * weightDecay * w : w;
        const moment = beta1 * (first[index] ?? 0) + (1 - beta1) * g;
        const square = beta2 * (second[index] ?? 0) + (1 - beta2) * g * g;
        first[index] = moment;
        second[index] = square;
        const correction = Math.sqrt(1 - beta2 ** count) / (1 - beta1 ** count);
        return decayed - (rate * correction * moment) / (Math.sqrt(square) + epsilon);
      }
      default:
        return assertNever(optimizer);
    }
  }
}
