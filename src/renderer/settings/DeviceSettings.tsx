import { chooseDevice } from '../device/chooseDevice';
import { DeviceSettingsForm } from '../device/DeviceSettingsForm';
import styles from './SettingsView.module.css';

/** Where training runs and with how many threads, which the engine keeps by itself. */
export function DeviceSettings() {
  return (
    <div className={styles['panel']}>
      <DeviceSettingsForm onApply={(settings) => void chooseDevice(settings)} />
    </div>
  );
}
