import { Snowflake } from 'lucide-react';
import styles from './FrozenMark.module.css';

/** Says on a layer's card that training leaves it as it is; the card's name says so in words. */
export function FrozenMark() {
  return (
    <span className={styles['mark']} data-frozen-mark="">
      <Snowflake size={11} aria-hidden="true" />
    </span>
  );
}
