import type { Device } from '../../protocol/engineMessages';
import popover from '../controls/SettingsPopover.module.css';
import { say } from '../language/say';
import { t } from '../language/t';
import { CommandLine } from './CommandLine';
import styles from './DeviceReport.module.css';

/** What trains now, why nothing better does, and what would help. Null where nothing can train. */
export function DeviceReport({ device }: { device: Device | null }) {
  return (
    <section className={`${popover['section']} ${styles['report']}`}>
      <h3>{t`In use`}</h3>
      {device === null ? (
        <p>{t`Nothing: the engine does not run.`}</p>
      ) : (
        <>
          <p className={styles['device']}>{say(device.description)}</p>
          {device.note !== null && <p>{say(device.note)}</p>}
          {device.advice !== null && <p>{say(device.advice)}</p>}
          {device.command !== null && <CommandLine command={device.command} />}
        </>
      )}
    </section>
  );
}
