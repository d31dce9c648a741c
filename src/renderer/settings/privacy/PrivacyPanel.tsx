import { t } from '../../language/t';
import { useReport } from '../../report/reportStore';
import { showLog } from '../../report/showLog';
import { FramedButton } from '../../training/FramedButton';
import { networkConnections } from './networkConnections';
import styles from './PrivacyPanel.module.css';

/** That nothing is sent to anyone, what goes over a network all the same, and where the log is. */
export function PrivacyPanel() {
  return (
    <div className={styles['panel']}>
      <p className={styles['statement']}>
        <strong>{t`Layerwise sends nothing to anyone.`}</strong>{' '}
        {t`It counts nothing, reports nothing and knows no accounts. These are all the connections that it can make:`}
      </p>
      <dl>
        {networkConnections.map(({ id, label, when, off }) => (
          <div key={id}>
            <dt>{label()}</dt>
            <dd>
              {when()} <em>{off()}</em>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['log']}>
        {t`What goes wrong is written to a log on this machine, without your home folder, names, paths and tokens. It holds 5 MB at most.`}
      </p>
      <div className={styles['actions']}>
        {!window.layerwise.inBrowser && (
          <FramedButton onClick={() => void showLog('folder')}>{t`Open the folder of the log`}</FramedButton>
        )}
        <FramedButton onClick={() => void useReport.getState().show()}>{t`Report a problem…`}</FramedButton>
      </div>
    </div>
  );
}
