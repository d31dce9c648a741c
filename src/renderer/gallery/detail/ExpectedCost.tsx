import { formatShape } from '../../../network/layers/shape';
import { formatBytes } from '../../format/bytes';
import { roughDuration } from '../../format/durations';
import { formatCount, formatInteger } from '../../format/numbers';
import { FactList } from '../../inspector/FactList';
import { Section } from '../../inspector/Section';
import { t } from '../../language/t';
import type { TemplateFigures } from '../figures';
import { useMeasuredSpeed } from '../useMeasuredSpeed';
import styles from './TemplateDetail.module.css';

/** A step's backward pass costs about twice its forward pass: the gradients of inputs and of weights. */
const passes = 3;

/** What training the template takes: memory, work, and time where a run in this window has shown the machine's speed. */
export function ExpectedCost({ figures }: { figures: TemplateFigures }) {
  const speed = useMeasuredSpeed();
  const { inputShape, macs, memory, batchSize, dataset } = figures;
  const facts: [string, string][] = [
    [t`Memory`, t`${formatBytes(memory)} at batch ${formatInteger(batchSize)}`],
  ];
  if (dataset !== null) {
    const work = macs * passes * dataset.trainingImages;
    facts.push([t`Work`, t`${formatCount(work)} multiply-adds an epoch`]);
    if (speed !== null) facts.push([t`Time`, t`about ${roughDuration(work / (speed * passes))} an epoch`]);
  }
  return (
    <Section title={t`Training`}>
      <FactList facts={facts} />
      <p className={styles['remark']}>
        {dataset === null
          ? t`No dataset here has images of ${inputShape === null ? t`this size` : formatShape(inputShape)}. The settings fit the template to those that there are.`
          : speed === null
            ? t`With the ${formatInteger(dataset.trainingImages)} training images of ${dataset.label}, way back included.`
            : t`With the ${formatInteger(dataset.trainingImages)} training images of ${dataset.label}, way back included. The time is at the speed of the last run.`}
      </p>
    </Section>
  );
}
