import { verdictOf } from '../../network/health/verdict';
import { layerKind } from '../../network/layers/registry';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { useRun } from '../training/runStore';
import { shownSample } from '../training/shownSample';
import { lastLayerNorm } from './flow/lastLayerNorm';
import { formatLog10 } from './formatNorm';
import { GradientFacts } from './GradientFacts';
import styles from './GradientSection.module.css';
import { Sparkline } from './Sparkline';
import { VerdictBadge } from './VerdictBadge';
import { WeightNorms } from './WeightNorms';

/** The gradient of one layer in the inspector: now, over the run, and against the last layer. */
export function GradientSection({ nodeId }: { nodeId: string }) {
  const run = useRun((state) => state.run);
  const paint = useRun((state) => state.paint);
  const sample = useRun(shownSample);
  const scrubbed = useRun((state) => state.scrubbedStep !== null);
  const index = run?.log.indexOfNode(nodeId) ?? null;
  if (run === null || index === null || sample < 0)
    return (
      <section className={styles['section']}>
        <h3 className={styles['heading']}>
          {t`Gradient`}
          <span>{t`Recorded once training starts`}</span>
        </h3>
        <div className={styles['empty']} />
      </section>
    );
  const norm = run.log.gradientNorm(sample, index);
  const layer = run.document.nodes.find(({ id }) => id === nodeId);
  const isInput = layer !== undefined && layerKind(layer.kind).inputs === 'none';
  if (Number.isNaN(norm))
    return (
      <section className={styles['section']}>
        <h3 className={styles['heading']}>{t`Gradient`}</h3>
        <p className={styles['note']}>
          {isInput
            ? t`No gradient is taken here: images are given, not learned.`
            : t`Frozen, as is all before it: nothing here learns, so no gradient is taken.`}
        </p>
      </section>
    );
  const log10Norm = Math.log10(norm);
  const last = lastLayerNorm(run, sample);
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>
        {t`Gradient`}
        <span>
          {scrubbed ? t`log₁₀ ‖∂L/∂a‖ at step ${formatInteger(run.log.steps.at(sample))}` : 'log₁₀ ‖∂L/∂a‖'}
        </span>
      </h3>
      <div className={styles['value']}>
        <b>{formatLog10(log10Norm)}</b>
        <VerdictBadge verdict={verdictOf(log10Norm, last?.log10Norm, run.normalised)} />
      </div>
      <Sparkline run={run} label={layer?.label ?? nodeId} index={index} sample={sample} paint={paint} />
      <GradientFacts run={run} nodeId={nodeId} index={index} sample={sample} />
      {layer?.frozen === true && (
        <p
          className={styles['note']}
        >{t`Frozen: the gradient passes through, and the weights stay as they are.`}</p>
      )}
      <WeightNorms run={run} nodeId={nodeId} sample={sample} />
    </section>
  );
}
