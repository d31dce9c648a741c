import { formatPerTen } from '../../network/twin/twinGradient';
import { goal, type TwinResult, twinResult } from '../../network/twin/twinResult';
import { formatInteger } from '../format/numbers';
import { formatLog10 } from '../gradients/formatNorm';
import { Section } from '../inspector/Section';
import { t } from '../language/t';
import { formatLoss, formatPercent } from '../training/formatValues';
import { metricName } from '../training/metricName';
import type { Run } from '../training/run';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import styles from './TwinPanel.module.css';
import { useTwinRun } from './twinStore';
import type { TwinView } from './useTwinView';

type Row = readonly [name: string, one: string, other: string];

/** How both networks did, and their gradients at the shown step. */
export function TwinTables({ view }: { view: TwinView }) {
  const results = view.sides.map(({ run }) => twinResult(courseOf(run)));
  const speeds = [useSpeed(useRun), useSpeed(useTwinRun)];
  const training = [useTraining(useRun), useTraining(useTwinRun)];
  const metric = metricName(view.sides[0].run.document).toLowerCase();
  const row = (name: string, text: (result: TwinResult, place: number) => string): Row => {
    const [one = '–', other = '–'] = results.map(text);
    return [name, one, other];
  };
  const or = (value: number | null, text: (value: number) => string, nothing = '–') =>
    value === null ? nothing : text(value);
  const { first, last, sides } = view.gradients;
  const norms = (layer: typeof first): readonly Row[] =>
    layer === null ? [] : [[layer.label, formatLog10(layer.log10Norms[0]), formatLog10(layer.log10Norms[1])]];
  return (
    <>
      <Section title={t`Result`}>
        <SideTable
          name={t`Result`}
          view={view}
          rows={[
            row(t`Test ${metric}`, ({ validationMetric }) =>
              or(validationMetric, (share) => formatPercent(share)),
            ),
            row(t`Training ${metric}`, ({ trainingMetric }) =>
              or(trainingMetric, (share) => formatPercent(share)),
            ),
            row(t`Training loss`, ({ trainingLoss }) => or(trainingLoss, formatLoss)),
            row(t`Steps to ${Math.round(goal * 100)} %`, ({ stepsToGoal }, place) =>
              or(stepsToGoal, formatInteger, training[place] === true ? t`not yet` : t`never`),
            ),
            [t`Images / s`, or(speeds[0] ?? null, formatInteger), or(speeds[1] ?? null, formatInteger)],
          ]}
        />
      </Section>
      <Section title={t`Gradient at step ${formatInteger(view.step)}`} aside="log₁₀ ‖∂L/∂a‖">
        <SideTable
          name={t`Gradient at step ${formatInteger(view.step)}`}
          view={view}
          rows={[
            ...norms(last),
            ...norms(first),
            [t`Per 10 layers`, formatPerTen(sides[0].decadesPerTen), formatPerTen(sides[1].decadesPerTen)],
            [
              t`Healthy layers`,
              `${sides[0].healthyLayers} / ${sides[0].layers}`,
              `${sides[1].healthyLayers} / ${sides[1].layers}`,
            ],
          ]}
        />
      </Section>
    </>
  );
}

/** Whether a side may still get where it has not come yet. */
function useTraining(store: typeof useRun): boolean {
  return store(({ status }) => isUnderWay(status));
}

/** Training images per second: over the last second, or of the last epoch where it has ended. */
function useSpeed(store: typeof useRun): number | null {
  const live = store((state) => (isUnderWay(state.status) ? (state.latest?.imagesPerSecond ?? null) : null));
  const last = store((state) => state.run?.epochs.at(-1)?.imagesPerSecond ?? state.latest?.imagesPerSecond);
  return live ?? last ?? null;
}

function courseOf({ log, epochs }: Run) {
  return { steps: log.steps, losses: log.losses, metrics: log.metrics, epochs };
}

function SideTable({ name, view, rows }: { name: string; view: TwinView; rows: readonly Row[] }) {
  const [one, other] = view.sides;
  return (
    <table className={styles['table']} aria-label={name}>
      <thead>
        <tr>
          <th aria-label={t`Measure`} />
          <th className={styles['first']}>{one.name}</th>
          <th className={styles['second']}>{other.name}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, left, right]) => (
          <tr key={name}>
            <th>{name}</th>
            <td>{left}</td>
            <td>{right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
