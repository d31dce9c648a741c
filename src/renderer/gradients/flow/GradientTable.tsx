import { verdictOf } from '../../../network/health/verdict';
import { classNames } from '../../controls/classNames';
import styles from '../../controls/Table.module.css';
import { formatInteger } from '../../format/numbers';
import { say } from '../../language/say';
import { t } from '../../language/t';
import { quantities } from '../../quantities/quantities';
import { quantityIds } from '../../quantities/quantity';
import { measuredText } from '../../quantities/quantityText';
import { useRun } from '../../training/runStore';
import { formatLog10, formatScientific } from '../formatNorm';
import { VerdictBadge } from '../VerdictBadge';
import { log10NormAt, type MeasuredLayer } from './gradientProfile';
import { lastLayerNorm } from './lastLayerNorm';

interface GradientTableProps {
  layers: readonly MeasuredLayer[];
  sample: number;
}

const others = quantityIds.flatMap((id) => (id === 'gradient' ? [] : [quantities[id]]));

/** Each layer's gradient at the shown step as a table, and what else was measured of it. */
export function GradientTable({ layers, sample }: GradientTableProps) {
  const run = useRun((state) => state.run);
  const step = run === null || sample < 0 ? null : run.log.steps.at(sample);
  return (
    <section className={styles['scroller']} aria-label={t`Gradient of each layer`}>
      <table
        className={classNames(styles['table'], styles['numbers'], styles['scrolled'])}
        aria-label={t`Gradient of each layer`}
      >
        <thead>
          <tr>
            <th scope="col">{step === null ? t`Layer` : t`Layer at step ${formatInteger(step)}`}</th>
            <th scope="col">‖∂L/∂a‖</th>
            <th scope="col">{t`log₁₀`}</th>
            <th scope="col">{t`RMS`}</th>
            {others.map(({ id, symbol, meaning }) => (
              <th key={id} scope="col" title={say(meaning)}>
                {symbol}
              </th>
            ))}
            <th scope="col">{t`Verdict`}</th>
          </tr>
        </thead>
        <tbody>
          {run !== null &&
            sample >= 0 &&
            layers.map((layer) => {
              const log10Norm = log10NormAt(run, sample, layer);
              return (
                <tr key={layer.id}>
                  <th scope="row">{layer.label}</th>
                  <td>{formatScientific(run.log.gradientNorm(sample, layer.index))}</td>
                  <td>{formatLog10(log10Norm)}</td>
                  <td>{formatScientific(run.log.gradientRms(sample, layer.index))}</td>
                  {others.map((quantity) => (
                    <td key={quantity.id}>
                      {measuredText(quantity, quantity.measured(run.log, sample, layer.index))}
                    </td>
                  ))}
                  <td>
                    <VerdictBadge
                      verdict={verdictOf(log10Norm, lastLayerNorm(run, sample)?.log10Norm, run.normalised)}
                    />
                  </td>
                </tr>
              );
            })}
          {layers.length === 0 && (
            <tr>
              <td colSpan={5 + others.length}>{t`Gradients are recorded once training starts.`}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
