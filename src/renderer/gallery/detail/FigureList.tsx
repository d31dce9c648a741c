import { formatInteger, quantity } from '../../format/numbers';
import type { TemplateFigures } from '../figures';
import styles from './FigureList.module.css';

/** Depth, parameters, cost and shortcuts of a template as its settings are. */
export function FigureList({ figures }: { figures: TemplateFigures | undefined }) {
  return (
    <dl className={styles['figures']} aria-live="polite">
      <Figure name="Layers" value={figures?.layers} title="Layers with kernels on the longest way" />
      <Figure name="Params" value={figures?.parameters} title="Trainable parameters" />
      <Figure name="MACs" value={figures?.macs} title="Multiply-adds for one image" />
      <Figure name="Skips" value={figures?.silhouette.skips} title="Sums that a shortcut leads to" />
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
