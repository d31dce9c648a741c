import { Cpu, TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { DeviceSettings } from '../../protocol/deviceSettings';
import { classNames } from '../controls/classNames';
import { Hint } from '../controls/Hint';
import { SettingsPopover } from '../controls/SettingsPopover';
import { describeDevice, isSlow } from '../engine/describeDevice';
import { deviceOf, type EngineState, useEngine } from '../engine/engineStore';
import { TensorFlowSection } from '../installation/TensorFlowSection';
import { say } from '../language/say';
import { t } from '../language/t';
import { useDismissals } from '../training/dismissals';
import styles from '../training/TrainControls.module.css';
import { useWindowMenu } from '../views/openMenu';
import { chooseDevice } from './chooseDevice';
import { DeviceReport } from './DeviceReport';
import { DeviceSettingsForm } from './DeviceSettingsForm';
import { MachineSection } from './MachineSection';
import { useMachine } from './machineStore';

/** The engine has no device then, and the settings are the way to another. */
const silent: ReadonlySet<EngineState['state']> = new Set(['unavailable', 'broken', 'cutOff']);

/**
 * What trains; it opens the device settings. Of a slow device it shows the notice again, and where nothing trains it is
 * the way to another device.
 */
export function DeviceChip() {
  const { open: shown, onOpenChange: setShown } = useWindowMenu('device');
  const machine = useEngine((state) => state.machine);
  const { formOpen, hideForm, refresh } = useMachine();
  const open = shown || formOpen;
  const engine = useEngine((state) => state.engine);
  const recall = useDismissals((state) => state.recall);
  const device = deviceOf(engine);
  if (device === null && !formOpen && !silent.has(engine.state)) return null;
  const slow = device === null || isSlow(device);
  const apply = (settings: DeviceSettings) => {
    setShown(false);
    void chooseDevice(settings);
  };
  const show = (next: boolean) => {
    if (next && device !== null && slow && device.note !== null) recall(device.note);
    if (next) void refresh();
    else hideForm();
    setShown(next);
  };
  return (
    <Popover.Root open={open} onOpenChange={show}>
      <Hint text={device === null ? t`Device settings` : describeDevice(device)} quiet={open}>
        <Popover.Trigger className={classNames(styles['chip'], styles['device'])} data-slow={slow}>
          {slow ? (
            <TriangleAlert size={14} aria-label={t`Slow device`} />
          ) : (
            <Cpu size={14} aria-label={t`Device`} />
          )}
          <b>
            {machine !== null && `${machine} · `}
            {device === null ? t`No device` : say(device.description.split(' · ').at(-1) ?? '')}
          </b>
        </Popover.Trigger>
      </Hint>
      <SettingsPopover label={t`Device settings`}>
        <DeviceReport device={device} />
        {slow && machine === null && <TensorFlowSection />}
        <DeviceSettingsForm onApply={apply} />
        <MachineSection />
      </SettingsPopover>
    </Popover.Root>
  );
}
