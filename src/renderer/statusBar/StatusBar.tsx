import { useEffect } from 'react';
import { DiagnosisCell } from '../diagnosis/DiagnosisCell';
import { useAnalysis } from '../editor/editorStore';
import { describeDevice, shortLibrary } from '../engine/describeDevice';
import { startEngineSession } from '../engine/engineSession';
import { deviceOf, useEngine } from '../engine/engineStore';
import { formatInteger, quantity } from '../format/numbers';
import { UpdateCell } from '../installation/UpdateCell';
import { say } from '../language/say';
import { t } from '../language/t';
import { ForecastCell } from './ForecastCell';
import { ProblemsMenu } from './ProblemsMenu';
import { RunCells } from './RunCells';
import { SavedCell } from './SavedCell';
import { StateCell } from './StateCell';
import styles from './StatusBar.module.css';
import { StatusCell } from './StatusCell';

/** The window's last line: state, run, size of the network, problems, device. */
export function StatusBar() {
  useEffect(startEngineSession, []);
  const { totals } = useAnalysis();
  const device = useEngine((state) => deviceOf(state.engine));
  const machine = useEngine((state) => state.machine);
  const macs = quantity(totals.macs);
  return (
    <footer className={styles['bar']} data-region="status">
      <StateCell />
      <SavedCell />
      <RunCells />
      <span className={styles['grow']} />
      <ForecastCell />
      <StatusCell
        side="right"
        spare
        name={t`Params`}
        value={formatInteger(totals.trainable)}
        title={
          totals.frozen === 0
            ? t`Trainable parameters`
            : t`Trainable parameters; ${formatInteger(totals.frozen)} more are frozen`
        }
      />
      <StatusCell
        side="right"
        optional
        name={t`MACs`}
        value={`${macs.digits} ${macs.prefix}`.trimEnd()}
        title={t`Multiply-adds for one image`}
      />
      <UpdateCell />
      <DiagnosisCell />
      <ProblemsMenu />
      {machine !== null && (
        <StatusCell side="right" spare name={t`Machine`} value={machine} title={t`Where training runs`} />
      )}
      {device !== null && (
        <StatusCell
          side="right"
          spare
          {...shortLibrary(device)}
          title={
            machine === null ? say(describeDevice(device)) : t`On ${machine}: ${say(describeDevice(device))}`
          }
        />
      )}
    </footer>
  );
}
