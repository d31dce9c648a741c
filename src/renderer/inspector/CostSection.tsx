import { formatInteger, quantity } from '../format/numbers';
import styles from './CostSection.module.css';
import { Section } from './Section';

interface CostSectionProps {
  trainable: number;
  nonTrainable: number;
  /** Multiply-adds for one example. */
  macs: number;
}

/** What a layer or a network costs: parameters and multiply-adds. */
export function CostSection({ trainable, nonTrainable, macs }: CostSectionProps) {
  const work = quantity(macs);
  return (
    <Section title="Cost">
      <dl className={styles['facts']}>
        <div>
          <dt>Params</dt>
          <dd>{formatInteger(trainable)}</dd>
        </div>
        <div>
          <dt>MACs per image</dt>
          <dd>
            {work.digits}
            {work.prefix !== '' && <small> {work.prefix}</small>}
          </dd>
        </div>
        {nonTrainable > 0 && (
          <div>
            <dt>Not trained</dt>
            <dd>{formatInteger(nonTrainable)}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
