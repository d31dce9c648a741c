import { Cpu, TriangleAlert } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { describeDevice, isSlow } from '../engine/describeDevice';
import { deviceOf, useEngine } from '../engine/engineStore';
import { useDismissals } from './dismissals';
import styles from './TrainControls.module.css';

/** What trains: the device, why a better one does not, and what would bring it. A slow one shows its notice again. */
export function DeviceChip() {
  const device = useEngine((state) => deviceOf(state.engine));
  const recall = useDismissals((state) => state.recall);
  if (device === null) return null;
  const place = device.description.split(' · ').at(-1);
  return (
    <Hint text={describeDevice(device)}>
      {isSlow(device) ? (
        <button
          type="button"
          className={styles['chip']}
          data-slow="true"
          onClick={() => device.note !== null && recall(device.note)}
        >
          <TriangleAlert size={14} aria-label="Slow device" />
          <b>{place}</b>
        </button>
      ) : (
        <span className={styles['chip']}>
          <Cpu size={14} aria-label="Device" />
          <b>{place}</b>
        </span>
      )}
    </Hint>
  );
}
