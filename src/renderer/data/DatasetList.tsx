import { datasetFacts } from '../../network/datasets/datasetFacts';
import {
  type DatasetReference,
  defaultSynthetic,
  namedDatasets,
} from '../../network/datasets/datasetReference';
import { formatShape } from '../../network/layers/shape';
import { useEngineElsewhere } from '../engine/engineElsewhere';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { useTrainingSettings } from '../training/settings/useTrainingSettings';
import { type Choice, chooseData, recogniseData } from './chooseData';
import styles from './DatasetList.module.css';
import { useDatasetDialog } from './datasetDialogStore';
import { PathForm } from './PathForm';
import { usePlaces } from './placesStore';

/** The datasets to choose from, with what is on this machine; choosing one is an edit of the document. */
export function DatasetList() {
  const elsewhere = useEngineElsewhere();
  const { training, propose } = useTrainingSettings();
  const places = usePlaces((state) => state.places);
  const { failure, fail } = useDatasetDialog();
  const { dataset } = training;

  const choose = (reference: DatasetReference) => {
    fail(null);
    propose('dataset', { dataset: reference });
  };
  const take = (choice: Choice | null) => {
    if (choice?.state === 'chosen') choose(choice.reference);
    else fail(choice);
  };
  const present = (reference: DatasetReference): string => {
    if (reference.type === 'mnist') return t`comes with Layerwise`;
    if (reference.type === 'synthetic') return t`made from a seed, needs no file`;
    if (reference.type === 'folder' || reference.type === 'arrays') return reference.path;
    if (reference.path !== undefined) return reference.path;
    const place = places.get(reference.type);
    return place === undefined ? '' : (place ?? t`not on this machine yet`);
  };

  const listed: readonly DatasetReference[] = [...namedDatasets.map((type) => ({ type })), defaultSynthetic];
  const items = listed.map((item) => (item.type === dataset.type ? dataset : item));
  const all = items.includes(dataset) ? items : [...items, dataset];
  return (
    <nav className={styles['list']} aria-label={t`Datasets`}>
      <ul>
        {all.map((reference) => {
          const { label, imageShape } = datasetFacts(reference);
          return (
            <li key={reference.type}>
              <button
                type="button"
                className={styles['item']}
                aria-current={reference === dataset}
                onClick={() => reference !== dataset && choose(reference)}
              >
                <span className={styles['name']}>
                  {say(label)} <small>{formatShape(imageShape)}</small>
                </span>
                <span className={styles['place']} title={present(reference)}>
                  {present(reference)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <section className={styles['own']}>
        <h3>{t`Your own images`}</h3>
        <p>{t`A folder with a folder of images for each class, NumPy arrays (.npz), or CIFAR’s binary files.`}</p>
        {elsewhere ? (
          <PathForm onPath={async (path) => take(await recogniseData(path))} />
        ) : (
          <div className={styles['buttons']}>
            <FramedButton
              onClick={async () => take(await chooseData('folder'))}
            >{t`Choose folder…`}</FramedButton>
            <FramedButton
              onClick={async () => take(await chooseData('file'))}
            >{t`Choose file…`}</FramedButton>
          </div>
        )}
        {failure !== null && (
          <p className={styles['failure']} role="alert">
            {say(failure.message)} <span>{say(failure.advice)}</span>
          </p>
        )}
      </section>
    </nav>
  );
}
