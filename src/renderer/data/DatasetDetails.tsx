import { useState } from 'react';
import { formatShape } from '../../network/layers/shape';
import type { DatasetPreview } from '../../protocol/datasetMessages';
import { useDocument } from '../editor/editorStore';
import { formatCounted, formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { AugmentationOptions } from './AugmentationOptions';
import { ClassBars } from './ClassBars';
import { ContactSheet } from './ContactSheet';
import styles from './DatasetDetails.module.css';
import { DatasetOptions } from './DatasetOptions';
import { FitCallout } from './FitCallout';
import { GetDataset } from './GetDataset';
import { usePlaces } from './placesStore';
import { SkippedFiles } from './SkippedFiles';
import { useDatasetPreview } from './useDatasetPreview';

/** What the chosen dataset holds, and what is done to its images. */
export function DatasetDetails() {
  const { training } = useDocument();
  const places = usePlaces((state) => state.places);
  const [step, setStep] = useState(0);
  const [augmented, setAugmented] = useState(false);
  const { type } = training.dataset;
  const place =
    type === 'fashion-mnist' || type === 'cifar-10' || type === 'cifar-100' ? places.get(type) : null;
  const shown = useDatasetPreview(training, step, `${type} ${place ?? ''}`);
  const preview = shown.state === 'ready' ? shown.preview : shown.state === 'reading' ? shown.before : null;
  return (
    <section
      className={styles['details']}
      aria-label={t`Chosen dataset`}
      aria-busy={shown.state === 'reading'}
    >
      <FitCallout />
      {shown.state === 'failed' && <GetDataset failure={shown} />}
      {shown.state === 'reading' && preview === null && (
        <p className={styles['waiting']} role="status">
          {say(shown.activity)}…{' '}
          {shown.progress !== null && <span aria-live="off">{`${Math.round(100 * shown.progress)} %`}</span>}
        </p>
      )}
      {preview !== null && (
        <>
          <p className={styles['facts']}>{factsText(preview)}</p>
          <ContactSheet
            preview={preview}
            augmented={augmented}
            onAugmented={setAugmented}
            onAgain={() => setStep((last) => last + 1)}
          />
          <SkippedFiles preview={preview} />
        </>
      )}
      <AugmentationOptions onChange={() => setAugmented(true)} />
      <DatasetOptions />
      {preview !== null && (
        <>
          <ClassBars preview={preview} />
          <Statistics preview={preview} />
        </>
      )}
    </section>
  );
}

function factsText({
  trainingImages,
  testImages,
  imageShape,
  classNames,
  memoryBytes,
}: DatasetPreview): string {
  const images = t`${formatInteger(trainingImages)} training and ${formatInteger(testImages)} test images`;
  const memory = t`${(memoryBytes / 1024 ** 2).toFixed(memoryBytes < 10 * 1024 ** 2 ? 1 : 0)} MiB in memory`;
  return t`${images} of ${formatShape(imageShape)} in ${formatCounted(classNames.length, 'class', 'classes')}, ${memory}.`;
}

/** Mean and standard deviation of each channel. */
function Statistics({ preview: { means, deviations } }: { preview: DatasetPreview }) {
  const names =
    means.length === 1
      ? ['All']
      : means.length === 3
        ? ['Red', 'Green', 'Blue']
        : means.map((_, channel) => t`Channel ${channel}`);
  return (
    <table className={styles['statistics']}>
      <caption>{t`Values of the training images, from 0 to 1`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Channel`}</th>
          <th scope="col">{t`Mean`}</th>
          <th scope="col">{t`Standard deviation`}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, channel) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{means[channel]?.toFixed(4)}</td>
            <td>{deviations[channel]?.toFixed(4)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
