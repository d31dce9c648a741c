import { Dialog, DialogButton } from '../controls/Dialog';
import { deviceOf, useEngine } from '../engine/engineStore';
import { Logo } from '../glyphs/Logo';
import { t } from '../language/t';
import { useReport } from '../report/reportStore';
import { showLicences } from '../report/showLog';
import styles from './AboutDialog.module.css';
import { useAbout } from './aboutStore';

/** Which Layerwise this is, what it runs on, and its licence. */
export function AboutDialog() {
  const { open, close } = useAbout();
  return open ? <About onClose={close} /> : null;
}

function About({ onClose }: { onClose: () => void }) {
  const application = useAbout((state) => state.application);
  const device = useEngine(({ engine }) => deviceOf(engine));
  const instead = (action: () => Promise<void>) => () => {
    onClose();
    void action();
  };
  return (
    <Dialog title={t`About Layerwise`} onClose={onClose}>
      <div className={styles['head']}>
        <Logo />
        <p>{application?.version == null ? t`Served to a browser` : t`Version ${application.version}`}</p>
      </div>
      <dl className={styles['parts']}>
        {application?.parts.map(({ name, version }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{version}</dd>
          </div>
        ))}
        {device !== null && (
          <div>
            <dt>{device.backend === 'tensorflow' ? 'TensorFlow' : 'TensorFlow.js'}</dt>
            <dd>{device.libraryVersion}</dd>
          </div>
        )}
      </dl>
      <p>{t`Free software under the MIT licence. It trains on your machine and sends nothing to anyone.`}</p>
      <footer>
        <DialogButton onClick={instead(showLicences)}>{t`Licences`}</DialogButton>
        <DialogButton onClick={instead(useReport.getState().show)}>{t`Report a problem…`}</DialogButton>
        <DialogButton look="primary" onClick={onClose} firstChoice>
          {t`Close`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
