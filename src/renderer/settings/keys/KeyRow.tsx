import { RotateCcw, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Command } from '../../commands/command';
import { chordText } from '../../commands/keyChord';
import { changeKeys, isMac, keysOf } from '../../commands/keymap';
import { Hint } from '../../controls/Hint';
import { ToolButton } from '../../controls/ToolButton';
import { t } from '../../language/t';
import { FramedButton } from '../../training/FramedButton';
import { KeyRecorder } from './KeyRecorder';
import styles from './KeysPanel.module.css';

interface KeyRowProps {
  command: Command;
  /** Its keys are not its own. */
  changed: boolean;
  recording: boolean;
  onRecord: (recording: boolean) => void;
  conflictsOf: (chord: string) => readonly Command[];
}

/** A command's name and keys, and how these are changed. */
export function KeyRow({ command, changed, recording, onRecord, conflictsOf }: KeyRowProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const label = command.label();
  const taken = wanted === null ? [] : conflictsOf(wanted);
  const end = () => {
    setWanted(null);
    onRecord(false);
  };
  const keep = (chord: string, others: readonly Command[]) => {
    const without = others.map(
      (other) => [other.id, keysOf(other).filter((each) => each !== chord)] as const,
    );
    changeKeys({ ...Object.fromEntries(without), [command.id]: [chord] });
    end();
  };
  const take = (chord: string) => {
    if (conflictsOf(chord).length === 0) keep(chord, []);
    else setWanted(chord);
  };
  // The keyboard goes on where it was before the keys were asked for.
  const wasRecording = useRef(false);
  useEffect(() => {
    if (wasRecording.current && !recording) change.current?.focus();
    wasRecording.current = recording;
  }, [recording]);
  return (
    <li className={styles['row']}>
      <span>{label}</span>
      <span className={styles['chords']}>
        {recording ? (
          <KeyRecorder label={label} chord={wanted} onChord={take} onCancel={end} />
        ) : (
          keysOf(command).map((chord) => <kbd key={chord}>{chordText(chord, isMac())}</kbd>)
        )}
      </span>
      {recording && wanted !== null && taken.length > 0 ? (
        <span className={styles['conflict']} role="alert">
          {t`Taken by “${taken.map((other) => other.label()).join('”, “')}”.`}
          <FramedButton onClick={() => keep(wanted, taken)}>{t`Take them over`}</FramedButton>
          <FramedButton onClick={end}>{t`Leave them`}</FramedButton>
        </span>
      ) : (
        <span className={styles['actions']}>
          <FramedButton ref={change} aria-label={t`Change the keys: ${label}`} onClick={() => onRecord(true)}>
            {t`Change`}
          </FramedButton>
          <Hint text={t`No keys`}>
            <ToolButton
              icon
              aria-label={t`No keys: ${label}`}
              disabled={keysOf(command).length === 0}
              onClick={() => changeKeys({ [command.id]: [] })}
            >
              <X size={14} aria-hidden="true" />
            </ToolButton>
          </Hint>
          <Hint text={t`Its own keys again`}>
            <ToolButton
              icon
              aria-label={t`Its own keys again: ${label}`}
              disabled={!changed}
              onClick={() => changeKeys({ [command.id]: null })}
            >
              <RotateCcw size={14} aria-hidden="true" />
            </ToolButton>
          </Hint>
        </span>
      )}
    </li>
  );
}
