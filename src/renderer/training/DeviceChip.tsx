import { Cpu } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { deviceOf, useEngine } from '../engine/engineStore';
import styles from './TrainControls.module.css';

/** What trains: the device, and why a better one does not. */
export function DeviceChip() {
  const device = useEngine((state) => deviceOf(state.engine));
  if (device === null) return null;
  const { description, note } = device;
  return (
    <Hint text={note === null ? description : `${description}. ${note}`}>
      <span className={styles['chip']}>
        <Cpu size={14} aria-label="Device" />
        <b>{description.split(' · ').at(-1)}</b>
      </span>
    </Hint>
  );
}
