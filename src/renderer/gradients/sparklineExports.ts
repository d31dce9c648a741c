import type { Exported } from '../figures/exported';
import { figurePicture } from '../figures/figurePicture';
import { floatCell } from '../figures/floatCell';
import { t } from '../language/t';
import { quantities } from '../quantities/quantities';
import type { Run } from '../training/run';

/** The gradient of one layer over the steps as it may leave the window. */
export function sparklineExports(
  { document: { name }, log }: Run,
  label: string,
  index: number,
  part: () => Element | null,
): readonly Exported[] {
  const samples = Array.from({ length: log.length }, (_, sample) => sample);
  return [
    {
      label: t`Gradient of ${label}`,
      name: `${name} ${label} gradient`,
      picture: () => {
        const drawn = part();
        const title = t`${name}: gradient norm of ${label} over the steps, log₁₀ ‖∂L/∂a‖`;
        return drawn === null ? null : figurePicture({ part: drawn, title, scale: quantities.gradient });
      },
      data: () => [
        { heading: 'Step', cells: samples.map((sample) => log.steps.at(sample)) },
        {
          heading: `${label} ${quantities.gradient.symbol}`,
          cells: samples.map((sample) => floatCell(log.gradientNorm(sample, index))),
        },
      ],
    },
  ];
}
