import { CircleAlert, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { assertNever } from '../../network/assertNever';
import { CountingText } from '../controls/CountingText';
import { useCopy } from '../controls/useCopy';
import { useDatasetDialog } from '../data/datasetDialogStore';
import { useMachine } from '../device/machineStore';
import { useEditor } from '../editor/editorStore';
import { restartEngine } from '../engine/restartEngine';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { useReport } from '../report/reportStore';
import styles from './EngineNotice.module.css';
import { FramedButton } from './FramedButton';
import type { EngineNoticeContent, NoticeAction } from './noticeContent';
import { resumeKeptRun } from './trainingActions';

const icons = { waiting: LoaderCircle, warning: TriangleAlert, error: CircleAlert } as const;

interface NoticeCardProps {
  notice: EngineNoticeContent;
  onDismiss: () => void;
}

/** One notice: what happened, what is kept, what to do; details fold out and can be copied. */
export function NoticeCard({ notice, onDismiss }: NoticeCardProps) {
  const [unfolded, setUnfolded] = useState(false);
  const { tone, title, text, details, action, dismissible } = notice;
  const Icon = icons[tone];
  return (
    <section className={styles['notice']} data-tone={tone}>
      <Icon size={16} className={styles['icon']} aria-hidden="true" />
      <h3 className={styles['title']}>
        <CountingText words={say(title)} />
      </h3>
      <p className={styles['text']}>
        <CountingText words={say(text)} />
      </p>
      {(action !== null || details !== '') && (
        <div className={styles['actions']}>
          {action !== null && <FramedButton onClick={() => perform(action)}>{labelOf(action)}</FramedButton>}
          {details !== '' && (
            <FramedButton aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
              {unfolded ? t`Hide details` : t`Details`}
            </FramedButton>
          )}
          {unfolded && (
            <>
              <CopyButton text={`${say(title)}\n${say(text)}\n\n${details}`} />
              <FramedButton
                onClick={() => void useReport.getState().show()}
              >{t`Report a problem…`}</FramedButton>
            </>
          )}
        </div>
      )}
      {unfolded && <pre className={styles['details']}>{details}</pre>}
      {dismissible && (
        <button type="button" className={styles['close']} aria-label={t`Dismiss`} onClick={onDismiss}>
          <X size={15} aria-hidden="true" />
        </button>
      )}
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  const { copied, copy } = useCopy(text);
  return <FramedButton onClick={copy}>{copied ? t`Copied` : t`Copy`}</FramedButton>;
}

function labelOf(action: NoticeAction): string {
  switch (action.type) {
    case 'restartEngine':
      return t`Restart engine`;
    case 'retryMachine':
      return t`Try now`;
    case 'nameMachine':
      return action.label;
    case 'showLayer':
      return t`Show ${action.label}`;
    case 'resumeRun':
      if (action.step === null) return t`Resume`;
      return action.step === 0 ? t`Start again` : t`Resume from step ${formatInteger(action.step)}`;
    case 'chooseData':
      return t`Choose images…`;
    case 'edit':
      return action.edit.label;
    default:
      return assertNever(action);
  }
}

function perform(action: NoticeAction): void {
  switch (action.type) {
    case 'restartEngine':
      restartEngine(t`The engine was restarted.`);
      break;
    case 'retryMachine':
      void window.layerwise.call('retryMachine', undefined);
      break;
    case 'nameMachine':
      useMachine.getState().showForm();
      break;
    case 'showLayer':
      useEditor.getState().focusLayer(action.node);
      break;
    case 'resumeRun':
      resumeKeptRun(action.folder);
      break;
    case 'chooseData':
      useDatasetDialog.getState().show();
      break;
    case 'edit':
      useEditor.getState().apply(action.edit);
      break;
    default:
      assertNever(action);
  }
}
