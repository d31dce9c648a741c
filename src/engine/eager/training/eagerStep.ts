import type { Tensor } from '@tensorflow/tfjs-core';
import { floats } from '../heap';
import type { Wasm } from '../loadWasm';
import type { StepValues, UpdateRule } from '../optimizers/updateRule';
import type { TrainingPass } from './eagerPass';
import { allFinite } from './finiteness';
import { norm, normOfChange } from './norm';

/** Whether the loss and all weight gradients are finite: only then may a step change anything. */
export function canUpdate(wasm: Wasm, { loss, weightGradients }: TrainingPass): boolean {
  const tensors = [loss, ...weightGradients.map(({ gradient }) => gradient)];
  return tensors.every((tensor) => allFinite(floats(wasm, tensor)));
}

/** Moves all weights by the rule, and the moving statistics to what the pass found. */
export function applyUpdate(
  wasm: Wasm,
  rule: UpdateRule,
  { weightGradients, movedStatistics }: TrainingPass,
  values: StepValues,
  clipNorm: number,
): void {
  const gradients = weightGradients.map(({ gradient }) => floats(wasm, gradient));
  const whole = Math.hypot(...gradients.map(norm));
  const scale = clipNorm > 0 && whole > clipNorm ? clipNorm / whole : 1;
  for (const [place, { weight }] of weightGradients.entries()) {
    const gradient = gradients[place] ?? new Float32Array();
    rule.apply(
      {
        weight: weight.values,
        gradient: scale === 1 ? gradient : gradient.map((value) => value * scale),
        decays: weight.decays,
        slots: [...weight.slots.values()],
      },
      values,
    );
  }
  for (const { statistic, values: moved } of movedStatistics) statistic.values.set(moved);
}

/**
 * Norms of each activation gradient, then of all weights their gradients, their values before the update, and their
 * changes by it. `update` makes the update.
 */
export function measuredUpdate(wasm: Wasm, pass: TrainingPass, update: () => void): readonly number[] {
  const { activationGradients, weightGradients } = pass;
  const normOf = (tensor: Tensor): number => norm(floats(wasm, tensor));
  const before = weightGradients.map(({ weight }) => weight.values.slice());
  update();
  return [
    ...activationGradients.flatMap((gradient) => (gradient === null ? [] : [normOf(gradient)])),
    ...weightGradients.map(({ gradient }) => normOf(gradient)),
    ...before.map(norm),
    ...weightGradients.map(({ weight }, index) =>
      normOfChange(before[index] ?? new Float32Array(), weight.values),
    ),
  ];
}
