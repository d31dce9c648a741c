import popover from '../controls/SettingsPopover.module.css';
import { useEngine } from '../engine/engineStore';
import { rich } from '../language/rich';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { useTrainsAnywhere } from '../training/trainingElsewhere';
import { MachineForm } from './MachineForm';
import styles from './MachineSection.module.css';
import { useMachine } from './machineStore';

/** Which machine trains: this one, or another that a person names. */
export function MachineSection() {
  const machine = useEngine((state) => state.machine);
  const underWay = useTrainsAnywhere();
  const { formOpen, showForm, leave } = useMachine();
  if (window.layerwise.inBrowser) return null;
  if (formOpen) return <MachineForm />;
  return (
    <section className={`${popover['section']} ${styles['section']}`}>
      {machine === null ? (
        <>
          <p>
            {underWay
              ? t`Going to another machine ends the run under way. What it measured is kept.`
              : t`Train on a machine with a GPU, over ssh or an encrypted connection.`}
          </p>
          <FramedButton onClick={showForm}>{t`Another machine…`}</FramedButton>
        </>
      ) : (
        <>
          <p>
            {rich`Training runs on ${<b>{machine}</b>}, and its runs are copied to this machine.${underWay && t` Leaving it does not end the run there.`}`}
          </p>
          <FramedButton onClick={() => void leave()}>{t`Use this machine`}</FramedButton>
        </>
      )}
    </section>
  );
}
