import { useState } from 'react';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { type DownloadableDataset, downloadableDatasets } from '../../protocol/datasetMessages';
import { useEngineElsewhere } from '../engine/engineElsewhere';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { useTrainingSettings } from '../training/settings/useTrainingSettings';
import { type Choice, chooseData } from './chooseData';
import styles from './DatasetDetails.module.css';
import { usePlaces } from './placesStore';

/** Size of a download, as people read it. */
const sizes: Readonly<Record<DownloadableDataset, string>> = {
  'fashion-mnist': '31 MB',
  'cifar-10': '170 MB',
  'cifar-100': '169 MB',
};

/** What keeps the dataset from being shown, and the ways to get it. */
export function GetDataset({ failure }: { failure: { readonly message: string; readonly advice: string } }) {
  const elsewhere = useEngineElsewhere();
  const { training, propose } = useTrainingSettings();
  const { places, download, failure: broken, startDownload, stopDownload } = usePlaces();
  const [wrong, setWrong] = useState<{ readonly message: string; readonly advice: string } | null>(null);
  const name = downloadableDatasets.find((candidate) => candidate === training.dataset.type);
  const missing = name !== undefined && places.get(name) === null && !('path' in training.dataset);
  const others = elsewhere
    ? t`open the path of the file or folder that you have`
    : t`choose the file or folder that you have`;
  const advice = missing ? t`Download it, or ${others}.` : failure.advice;
  const told = wrong ?? (broken !== null && broken.name === name ? broken : { ...failure, advice });

  const take = (choice: Choice | null) => {
    if (choice === null) return;
    const { label } = datasetFacts(training.dataset);
    if (choice.state === 'failed') setWrong(choice);
    else if (choice.reference.type !== name)
      setWrong({
        message: t`That is not ${label}.`,
        advice: t`Choose the archive of ${label}, or a folder with its files.`,
      });
    else {
      setWrong(null);
      propose('dataset', { dataset: choice.reference });
    }
  };
  return (
    <div className={styles['get']}>
      <p role="alert">
        {say(told.message)} <span>{say(told.advice)}</span>
      </p>
      {name !== undefined && download?.name !== name && (
        <div className={styles['buttons']}>
          <FramedButton onClick={() => startDownload(name)} disabled={download !== null}>
            {t`Download (${sizes[name]})`}
          </FramedButton>
          {!elsewhere && (
            <>
              <FramedButton onClick={async () => take(await chooseData('file'))}>
                {t`Choose its file…`}
              </FramedButton>
              <FramedButton onClick={async () => take(await chooseData('folder'))}>
                {t`Choose its folder…`}
              </FramedButton>
            </>
          )}
        </div>
      )}
      {download !== null && download.name === name && (
        <div className={styles['buttons']} role="status">
          <progress
            aria-label={t`Download`}
            max={1}
            {...(download.progress !== null && { value: download.progress })}
          />
          {download.progress === null ? (
            <span>{t`Connecting`}</span>
          ) : (
            <span aria-live="off">{`${Math.floor(100 * download.progress)} %`}</span>
          )}
          <FramedButton onClick={stopDownload}>{t`Stop`}</FramedButton>
        </div>
      )}
    </div>
  );
}
