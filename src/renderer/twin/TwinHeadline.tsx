import { Fragment } from 'react';
import { gradientHeadline, type HeadlinePart } from '../../network/twin/twinGradient';
import chart from '../charts/Chart.module.css';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './CompareTab.module.css';
import type { TwinView } from './useTwinView';

/** "At step 1,640, conv1 of ResNet-34 receives 421,000× more gradient than conv1 of plain-34" */
export function TwinHeadline({ view }: { view: TwinView }) {
  const parts = gradientHeadline(view.gradients);
  return (
    <p className={chart['sentence']} role="status" aria-live="off">
      {t`At step ${formatInteger(view.step)}, `}
      {parts.map((part) => (
        <Fragment key={JSON.stringify(part) + parts.indexOf(part)}>
          <Part part={part} view={view} />
        </Fragment>
      ))}
    </p>
  );
}

function Part({ part, view }: { part: HeadlinePart; view: TwinView }) {
  if (typeof part === 'string') return say(part);
  if ('stressed' in part) return <b>{say(part.stressed)}</b>;
  const { name } = view.sides[part.network];
  return <b className={styles[part.network === 0 ? 'first' : 'second']}>{name}</b>;
}
