import type { RemedyId } from '../health/healthVerdict';
import { counterpartName } from './counterpart';

const behind: Readonly<Record<Exclude<RemedyId, 'add-shortcuts'>, string>> = {
  'he-initialisation': 'He weights',
  'batch-norm': 'batch norm',
  relu: 'ReLU',
  'leaky-relu': 'leaky ReLU',
  'zero-branches': 'branches from 0',
  'reset-biases': 'biases from 0',
  'lower-rate': 'lower rate',
  'raise-rate': 'higher rate',
  'warm-up': 'warm-up',
  'clip-gradients': 'clipping',
  'normalise-input': 'normalised',
  'weight-decay': 'decay',
  augment: 'shifted images',
};

/** What a copy of a network is called that has a remedy, so that the two are told apart: "Plain-20, He weights". */
export function remediedName(name: string, remedy: RemedyId): string {
  return remedy === 'add-shortcuts' ? counterpartName(name, 'residual') : `${name}, ${behind[remedy]}`;
}
