import { Fragment } from 'react';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './Chart.module.css';

/** One value of a chart at a step. */
export interface StepValue {
  readonly name: string;
  readonly text: string;
  readonly colour?: string;
}

/** What a chart holds at the measured step next to the one that is pointed at. */
export interface StepReading {
  readonly step: number;
  readonly values: readonly StepValue[];
}

interface StepTooltipProps {
  reading: StepReading;
  /** Of the step, in px from the left, and of the chart. */
  place: number;
  width: number;
  /** Null where several runs are drawn, whose epochs differ. */
  stepsPerEpoch: number | null;
}

/** Between the step and its values, in px. */
const gap = 12;

/** The values of a chart at the step that is pointed at, beside it. */
export function StepTooltip({ reading, place, width, stepsPerEpoch }: StepTooltipProps) {
  const isRight = place > width / 2;
  return (
    <div className={styles['tooltipRow']} data-before={isRight}>
      {/* Gives way where the values would not fit beside the step. */}
      <i style={{ width: isRight ? width - place + gap : place + gap }} />
      <div className={styles['tooltip']}>
        <h4>{stepText(reading.step, stepsPerEpoch)}</h4>
        {reading.values.map(({ name, text, colour }) => (
          <Fragment key={name}>
            <span style={colour === undefined ? undefined : { color: colour }}>{name}</span>
            <b>{text}</b>
          </Fragment>
        ))}
      </div>
    </div>
  );
}

function stepText(step: number, stepsPerEpoch: number | null): string {
  if (stepsPerEpoch === null) return t`Step ${formatInteger(step)}`;
  return t`Step ${formatInteger(step)}, epoch ${Math.ceil(step / stepsPerEpoch)}`;
}

/** The same as one sentence, for those who hear it. */
export function readingText({ step, values }: StepReading, stepsPerEpoch: number | null): string {
  return [stepText(step, stepsPerEpoch), ...values.map(({ name, text }) => `${name} ${text}`)].join(', ');
}
