import type { TensorFlowFetch } from '../../protocol/installation';
import popover from '../controls/SettingsPopover.module.css';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { DownloadProgress } from './DownloadProgress';
import styles from './Installation.module.css';
import { orderInstallation, useInstallation } from './installationStore';

/** In a package that left TensorFlow out: fetches it. */
export function TensorFlowSection() {
  const tensorFlow = useInstallation((state) => state.installation.tensorFlow);
  if (tensorFlow.state === 'unavailable' || tensorFlow.state === 'fetched') return null;
  return (
    <section className={`${popover['section']} ${styles['section']}`}>
      <h3>{t`TensorFlow`}</h3>
      <Content tensorFlow={tensorFlow} />
    </section>
  );
}

type Shown = Exclude<TensorFlowFetch, { readonly state: 'unavailable' | 'fetched' }>;

function Content({ tensorFlow }: { tensorFlow: Shown }) {
  if (tensorFlow.state === 'fetching')
    return (
      <>
        <DownloadProgress download={tensorFlow.download} />
        <FramedButton onClick={() => orderInstallation('stopFetchingTensorFlow')}>{t`Stop`}</FramedButton>
      </>
    );
  return (
    <>
      {tensorFlow.state === 'failed' ? (
        <p role="alert">
          {say(tensorFlow.problem.message)} {say(tensorFlow.problem.advice)}
        </p>
      ) : (
        <p>{t`It trains several times as fast. 274 MB, from PyPI; 3.4 GB with CUDA where there is an NVIDIA GPU.`}</p>
      )}
      <FramedButton onClick={() => orderInstallation('fetchTensorFlow')}>{t`Fetch TensorFlow`}</FramedButton>
    </>
  );
}
