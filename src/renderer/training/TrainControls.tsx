import { DeviceChip } from '../device/DeviceChip';
import { DatasetChip } from './DatasetChip';
import { RunButtons } from './RunButtons';
import { isUnderWay } from './runPhase';
import { useRun } from './runStore';
import { TrainButtons } from './TrainButtons';
import styles from './TrainControls.module.css';
import { useTrainShortcut } from './useTrainShortcut';

/** The right end of the command bar: what is trained on, what trains, and the run's buttons. */
export function TrainControls() {
  const underWay = useRun((state) => isUnderWay(state.status));
  useTrainShortcut();
  return (
    <div className={styles['controls']}>
      <DatasetChip />
      <DeviceChip />
      {underWay ? <RunButtons /> : <TrainButtons />}
    </div>
  );
}
