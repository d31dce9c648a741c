import { ReferenceDot, ReferenceLine } from 'recharts';

import { type PointedSample, usePointedSample } from './usePointedSample';

export interface CrosshairDot {
  readonly value: number;
  readonly colour: string;
}

interface CrosshairProps extends PointedSample {
  /** Where the crosshair meets the curves, with their colours. */
  dotsAt: (sample: number) => readonly CrosshairDot[];
}

/** The step that is pointed at, in Recharts' own chart. */
export function Crosshair({ steps, range, dotsAt }: CrosshairProps) {
  const sample = usePointedSample({ steps, range });
  if (sample < 0) return null;
  const step = steps.at(sample);
  return (
    <>
      <ReferenceLine x={step} stroke="var(--fg)" strokeOpacity={0.3} />
      {dotsAt(sample)
        .filter(({ value }) => Number.isFinite(value))
        .map(({ value, colour }) => (
          <ReferenceDot
            key={colour}
            x={step}
            y={value}
            r={4}
            fill={colour}
            stroke="var(--bg)"
            strokeWidth={2}
            ifOverflow="discard"
          />
        ))}
    </>
  );
}
