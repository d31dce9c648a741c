import type { ProbeFindings } from '../../engine/probe/probeNetwork';
import type { Verdict } from '../../network/health/healthVerdict';
import { significant } from '../numberText';
import { formatTable } from '../table';

/** A layer and ‖∂L/∂a‖ of its output; NaN where no gradient is taken. */
export interface ProbedLayer {
  readonly label: string;
  readonly depth: number | null;
  readonly activationGradientNorm: number;
}

/** A probe as people read it: every layer's gradient against the last one's, and what that means. */
export function readableProbe(
  name: string,
  layers: readonly ProbedLayer[],
  verdicts: readonly Verdict[],
  findings: ProbeFindings,
): readonly string[] {
  const last = layers.findLast(({ depth }) => depth !== null)?.activationGradientNorm ?? Number.NaN;
  const share = (norm: number) => (Number.isNaN(norm) || last === 0 ? '–' : `${significant(norm / last)}`);
  return [
    name,
    measuredWith(findings),
    '',
    ...formatTable<ProbedLayer>(
      [
        { title: 'Layer', align: 'left', cell: ({ label }) => label },
        { title: 'Depth', align: 'right', cell: ({ depth }) => (depth === null ? '' : String(depth)) },
        {
          title: '‖∂L/∂a‖',
          align: 'right',
          cell: ({ activationGradientNorm: norm }) => (Number.isNaN(norm) ? '–' : normText(norm)),
        },
        {
          title: 'of the last layer’s',
          align: 'right',
          cell: ({ activationGradientNorm }) => share(activationGradientNorm),
        },
      ],
      layers,
    ),
    '',
    ...(verdicts.length === 0 ? ['Nothing stands out: the gradient is healthy at the first weights.'] : []),
    ...verdicts.flatMap(fullVerdict),
  ];
}

/** What a probe was measured with, in a sentence. */
export function measuredWith({ seeds, batches, imagesPerBatch, data, seconds }: ProbeFindings): string {
  const passes = `${seeds} ${seeds === 1 ? 'seed' : 'seeds'} × ${batches} ${batches === 1 ? 'batch' : 'batches'} of ${imagesPerBatch}`;
  const images = data.standIn
    ? `standardised noise with random labels, since the data can’t be read: ${data.reason}`
    : data.label;
  return `Before training, over ${passes} in ${seconds.toFixed(1)} s: ${images}`;
}

/** Of a norm of 0 no more is known than that it is below what float32 holds. */
function normText(norm: number): string {
  return norm === 0 ? 'below 1e-38' : significant(norm);
}

/** A verdict with all that it says. */
function fullVerdict({ severity, title, evidence, cause, remedies }: Verdict): readonly string[] {
  const word = { fault: 'Fault', warning: 'Warning', note: 'Note' }[severity];
  return [
    `${word}: ${title}`,
    `  ${evidence}`,
    `  ${cause}`,
    ...remedies.map(({ id, title: name, expectation }) => `  --apply ${id}: ${name}. ${expectation}`),
    '',
  ];
}
