import { Check, Copy } from 'lucide-react';
import { useCopy } from '../controls/useCopy';
import { t } from '../language/t';
import styles from './CommandLine.module.css';

/** A command for a terminal, with a button that copies it. */
export function CommandLine({ command }: { command: string }) {
  const { copied, copy } = useCopy(command);
  const Icon = copied ? Check : Copy;
  return (
    <div className={styles['line']}>
      <code>{command}</code>
      <button type="button" aria-label={copied ? t`Copied` : t`Copy the command`} onClick={copy}>
        <Icon size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
