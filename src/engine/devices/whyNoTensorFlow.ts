import { assertNever } from '../../network/assertNever';
import { describeAbsence, type TensorFlowAbsence } from '../tensorflow/tensorFlowAbsence';
import type { MachineFindings } from './deviceFindings';
import type { Remedy } from './driverInstallation';
import type { Shortfall } from './shortfall';

type Findings = Pick<MachineFindings, 'packaged' | 'system' | 'request'>;

/** What runs in place of native TensorFlow, why, and what would bring TensorFlow. */
export function whyNoTensorFlow(absence: TensorFlowAbsence, findings: Findings): Shortfall {
  if (absence.reason === 'notWanted') return notWanted(findings);
  return {
    note: `Training runs on the slower WebAssembly engine: ${describeAbsence(absence)}.`,
    ...(findings.packaged ? adviceInPackage(findings) : remedyInCheckout(absence, findings)),
  };
}

function notWanted({ request }: Findings): Shortfall {
  if (request?.by === 'choice')
    return {
      note: 'Training runs on the slower WebAssembly engine, as was chosen.',
      advice: 'Choose another device to train with TensorFlow.',
      command: null,
    };
  return {
    note: `Training runs on the slower WebAssembly engine: ${describeAbsence({ reason: 'notWanted' })}.`,
    advice: 'Unset the variable and start Layerwise anew to train with TensorFlow.',
    command: null,
  };
}

function adviceInPackage({
  system: { platform, architecture },
}: Findings): Pick<Shortfall, 'advice' | 'command'> {
  const fetched = platform === 'linux' && architecture === 'x64';
  return {
    advice: fetched
      ? 'The device settings fetch it.'
      : 'Install a Layerwise package that carries TensorFlow for this system.',
    command: null,
  };
}

function remedyInCheckout(
  absence: Exclude<TensorFlowAbsence, { reason: 'notWanted' }>,
  { system: { platform, architecture } }: Findings,
): Remedy {
  switch (absence.reason) {
    case 'packageMissing':
      return remedy('Run "npm ci" and "npm run provision" to get it.', 'npm ci && npm run provision');
    case 'addonMissing':
    case 'libraryMissing':
      return remedy('Run "npm run provision" to get it.', 'npm run provision');
    case 'wrongSystem':
      return remedy(
        `Run "npm run provision -- --verify" to fetch the one for ${platform} ${architecture}.`,
        'npm run provision -- --verify',
      );
    case 'failed':
      return remedy(
        'Run "npm run provision -- --verify" to check and repair it.',
        'npm run provision -- --verify',
      );
    default:
      return assertNever(absence);
  }
}

function remedy(advice: string, command: string): Remedy {
  return { advice, command };
}
