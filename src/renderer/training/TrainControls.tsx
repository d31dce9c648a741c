import { DeviceChip } from '../device/DeviceChip';
import { StartingWeightsChip } from '../fineTuning/StartingWeightsChip';
import { useActiveRun } from '../twin/activeRun';
import { DatasetChip } from './DatasetChip';
import { RunButtons } from './RunButtons';
import { isUnderWay } from './runPhase';
import { TrainButtons } from './TrainButtons';
import styles from './TrainControls.module.css';

/** The right end of the command bar: what is trained on, what trains, and the run's buttons. */
export function TrainControls() {
  const active = useActiveRun();
  const underWay = active((state) => isUnderWay(state.status));
  return (
    <div className={styles['controls']}>
      <StartingWeightsChip />
      <DatasetChip />
      <DeviceChip />
      {underWay ? <RunButtons /> : <TrainButtons />}
    </div>
  );
}
