import { formatInteger, quantity } from '../../format/numbers';
import { t } from '../../language/t';
import type { TemplateFigures } from '../figures';
import styles from './FigureList.module.css';

/** Depth, parameters, cost and shortcuts of a template as its settings are. */
export function FigureList({ figures }: { figures: TemplateFigures | undefined }) {
  return (
    <dl className={styles['figures']} aria-live="polite">
      <Figure name={t`Layers`} value={figures?.layers} title={t`Layers with kernels on the longest way`} />
      <Figure name={t`Params`} value={figures?.parameters} title={t`Trainable parameters`} />
      <Figure name={t`MACs`} value={figures?.macs} title={t`Multiply-adds for one image`} />
      <Figure name={t`Skips`} value={figures?.silhouette.skips} title={t`Sums that a shortcut leads to`} />
    </dl>
  );
}

interface FigureProps {
  name: string;
  value: number | undefined;
  title: string;
}

function Figure({ name, value, title }: FigureProps) {
  const { digits, prefix } = quantity(value ?? 0);
  const exact = value === undefined ? title : `${title}: ${formatInteger(value)}`;
  return (
    <div title={exact}>
      <dt>{name}</dt>
      <dd>
        {value === undefined ? '…' : digits}
        {prefix !== '' && <small> {prefix}</small>}
      </dd>
    </div>
  );
}
