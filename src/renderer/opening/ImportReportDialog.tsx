import { Check, TriangleAlert } from 'lucide-react';
import { Dialog, DialogButton } from '../controls/Dialog';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { openUsing } from '../using/openUsing';
import styles from './ImportDialogs.module.css';
import { useImport } from './importStore';

/** What was read of a model, and op by op what could not be represented. */
export function ImportReportDialog() {
  const { report, dismiss } = useImport();
  if (report === null) return null;
  const { fileName, layers, parameters, readParameters, trains, notes } = report;
  return (
    <Dialog title={t`${fileName} was imported`} onClose={dismiss} wide={notes.length > 0}>
      <dl className={styles['facts']}>
        <dt>{t`Layers`}</dt>
        <dd>{formatInteger(layers)}</dd>
        <dt>{t`Parameters`}</dt>
        <dd>{formatInteger(parameters)}</dd>
        <dt>{t`Weights`}</dt>
        <dd>{weightsRead(parameters, readParameters)}</dd>
      </dl>
      <p className={styles['verdict']} data-good={notes.length === 0}>
        {notes.length === 0 ? (
          <Check size={14} aria-hidden="true" />
        ) : (
          <TriangleAlert size={14} aria-hidden="true" />
        )}
        {verdict(notes.length, trains)}
      </p>
      {notes.length > 0 && (
        <ul className={styles['notes']} aria-label={t`What could not be represented`}>
          {notes.map((note) => (
            <li key={note}>{say(note)}</li>
          ))}
        </ul>
      )}
      <p>{t`It is a new project, and not saved yet. Saving it puts its weights beside it.`}</p>
      <footer>
        {trains && readParameters > 0 && (
          <DialogButton
            onClick={() => {
              dismiss();
              openUsing();
            }}
          >
            {t`Use it…`}
          </DialogButton>
        )}
        <DialogButton look="primary" onClick={dismiss} firstChoice>
          {t`Close`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}

function weightsRead(parameters: number, read: number): string {
  if (read === 0) return t`None in the file: training begins with drawn ones`;
  if (read === parameters) return t`All of them: training begins with these`;
  return t`${formatInteger(read)} of ${formatInteger(parameters)}: the others are drawn`;
}

function verdict(notes: number, trains: boolean): string {
  if (notes === 0) return t`Everything in the file has its place in the network.`;
  const places =
    notes === 1 ? t`One thing could not be represented.` : t`${notes} things could not be represented.`;
  return trains
    ? t`${places} The network trains all the same.`
    : t`${places} The network has gaps there, marked on the canvas.`;
}
