import { useId, useState } from 'react';
import { automaticDevice, type DeviceSettings } from '../../protocol/deviceSettings';
import { SelectMenu } from '../controls/SelectMenu';
import popover from '../controls/SettingsPopover.module.css';
import { useEngine } from '../engine/engineStore';
import { FieldRow } from '../form/FieldRow';
import { t } from '../language/t';
import { useRun } from '../training/runStore';
import { useTrainsAnywhere } from '../training/trainingElsewhere';
import styles from './DeviceSettingsForm.module.css';
import { automaticThreads, deviceChoices, threadChoices } from './deviceChoices';

/** Where to train and with how many threads. A change takes a new engine, so it is asked for by a button. */
export function DeviceSettingsForm({ onApply }: { onApply: (settings: DeviceSettings) => void }) {
  const options = useEngine((state) => state.options);
  const current = options?.settings ?? automaticDevice;
  const [draft, setDraft] = useState(current);
  const ids = { device: useId(), threads: useId() };
  // Of an engine that never spoke it is not known what it was told.
  const changed = options === null || draft.device !== current.device || draft.threads !== current.threads;
  const fixedBy = options?.fixedBy ?? null;
  return (
    <section className={popover['section']}>
      <FieldRow
        control={ids.device}
        label={t`Device`}
        help={t`Where training runs. Automatic takes the best GPU that can be used, and else the CPU.`}
        note={
          fixedBy === null ? null : t`${fixedBy} was set when Layerwise was started, and goes before this.`
        }
      >
        <SelectMenu
          id={ids.device}
          label={t`Device`}
          value={draft.device}
          options={deviceChoices(options, draft.device)}
          onChange={(device) => setDraft({ ...draft, device })}
        />
      </FieldRow>
      <FieldRow
        control={ids.threads}
        label={t`Threads`}
        help={t`Threads that compute on the CPU. Fewer leave cores to other programs. Equal numbers come from equal threads only.`}
        note={draft.device === 'wasm' ? t`WebAssembly computes on one core.` : null}
      >
        <SelectMenu
          id={ids.threads}
          label={t`Threads`}
          value={draft.threads === null ? automaticThreads : String(draft.threads)}
          options={threadChoices(options, draft.threads)}
          onChange={(text) =>
            setDraft({ ...draft, threads: text === automaticThreads ? null : Number(text) })
          }
        />
      </FieldRow>
      {changed && <ApplyChange onApply={() => onApply(draft)} />}
    </section>
  );
}

function ApplyChange({ onApply }: { onApply: () => void }) {
  const underWay = useTrainsAnywhere();
  const weightsKept = useRun((state) => state.weightsKept);
  const words = underWay
    ? t`This ends the run under way. What it measured is kept.`
    : weightsKept
      ? t`The run can’t be continued then. What it measured is kept.`
      : t`This starts the engine anew.`;
  return (
    <div className={styles['apply']}>
      <p>{words}</p>
      <button type="button" onClick={onApply}>
        {t`Restart engine`}
      </button>
    </div>
  );
}
