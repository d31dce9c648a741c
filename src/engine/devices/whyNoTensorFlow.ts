import { assertNever } from '../../network/assertNever';
import { describeAbsence, type TensorFlowAbsence } from '../tensorflow/tensorFlowAbsence';
import type { DeviceFindings } from './deviceFindings';
import type { Shortfall } from './shortfall';

/** What runs in place of native TensorFlow, why, and what would bring TensorFlow. */
export function whyNoTensorFlow(
  absence: TensorFlowAbsence,
  findings: Pick<DeviceFindings, 'packaged' | 'platform' | 'architecture'>,
): Shortfall {
  return {
    note: `Training runs on the slower WebAssembly engine: ${describeAbsence(absence)}.`,
    advice: findings.packaged ? packagedAdvice(absence) : checkoutAdvice(absence, findings),
  };
}

function packagedAdvice({ reason }: TensorFlowAbsence): string {
  if (reason === 'notWanted') return 'Unset the variable and start Layerwise anew to train with TensorFlow.';
  return 'Install a Layerwise package that carries TensorFlow for this system.';
}

function checkoutAdvice(
  absence: TensorFlowAbsence,
  { platform, architecture }: Pick<DeviceFindings, 'platform' | 'architecture'>,
): string {
  switch (absence.reason) {
    case 'notWanted':
      return 'Unset the variable and start Layerwise anew to train with TensorFlow.';
    case 'packageMissing':
      return 'Run "npm ci" and "npm run provision" to get it.';
    case 'addonMissing':
    case 'libraryMissing':
      return 'Run "npm run provision" to get it.';
    case 'wrongSystem':
      return `Run "npm run provision -- --verify" to fetch the one for ${platform} ${architecture}.`;
    case 'failed':
      return 'Run "npm run provision -- --verify" to check and repair it.';
    default:
      return assertNever(absence);
  }
}
