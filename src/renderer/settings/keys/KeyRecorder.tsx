import { type KeyboardEvent, useEffect, useRef } from 'react';
import { chordOf, chordText } from '../../commands/keyChord';
import { isMac } from '../../commands/keymap';
import { t } from '../../language/t';
import styles from './KeysPanel.module.css';

interface KeyRecorderProps {
  /** The command's name. */
  label: string;
  /** What was pressed; null before that. */
  chord: string | null;
  onChord: (chord: string) => void;
  onCancel: () => void;
}

/** Waits for keys, of which none does anything else meanwhile. Tab leaves, and Escape ends it. */
export function KeyRecorder({ label, chord, onChord, onCancel }: KeyRecorderProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = chordOf(event.nativeEvent, isMac());
    if (pressed === 'Escape') onCancel();
    else if (pressed !== null) onChord(pressed);
  };
  return (
    <input
      ref={box}
      className={styles['recorder']}
      readOnly
      value={chord === null ? t`Press the keys…` : chordText(chord, isMac())}
      aria-label={t`Keys for: ${label}`}
      onKeyDown={press}
      onBlur={() => chord === null && onCancel()}
    />
  );
}
