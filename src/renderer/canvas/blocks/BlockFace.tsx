import { Boxes } from 'lucide-react';
import type { BlockFacts } from '../../../network/analysis/blockFacts';
import { formatCount } from '../../format/numbers';
import { t } from '../../language/t';
import face from '../CardFace.module.css';
import { GradientBar } from '../GradientBar';
import styles from './BlockCard.module.css';

interface BlockFaceProps {
  /** Key of the block's card. */
  card: string;
  label: string;
  facts: BlockFacts;
  /** Whether it shows the measured quantity of the worst of its layers. */
  heat: boolean;
  compact: boolean;
}

/** What is written on a block's card: name and count, shape and parameters, multiply-adds or the measured quantity. */
export function BlockFace({ card, label, facts, heat, compact }: BlockFaceProps) {
  return (
    <>
      <span className={face['title']}>
        <Boxes size={compact ? 13 : 14} aria-hidden="true" />
        <span className={face['text']}>{label}</span>
        {facts.times !== null && <span className={styles['times']}>×{facts.times}</span>}
      </span>
      <span className={face['facts']}>
        <span className={face['shape']}>{facts.shape ?? '?'}</span>
        {facts.parameters > 0 && <span className={face['parameters']}>{formatCount(facts.parameters)}</span>}
      </span>
      {heat ? (
        <GradientBar card={card} />
      ) : (
        <span className={face['tags']}>
          <span className={face['tag']}>{t`${formatCount(facts.macs)} MACs`}</span>
        </span>
      )}
    </>
  );
}
