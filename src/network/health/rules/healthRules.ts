import type { HealthRule } from '../healthRule';
import { classImbalance, inputNotNormalised } from './dataRules';
import { deadRelu } from './deadRelu';
import { degradation } from './degradation';
import { exploding, growing } from './exploding';
import { learningRateTooHigh } from './learningRate';
import { nonFinite } from './nonFinite';
import { overfitting } from './overfitting';
import { saturated } from './saturated';
import { updateTooLarge, updateTooSmall } from './updateSize';
import { vanishing } from './vanishing';

/** All that can be the matter, those that explain others first. */
export const healthRules: readonly HealthRule[] = [
  nonFinite,
  vanishing,
  exploding,
  deadRelu,
  saturated,
  learningRateTooHigh,
  updateTooLarge,
  updateTooSmall,
  degradation,
  overfitting,
  inputNotNormalised,
  classImbalance,
  growing,
];
