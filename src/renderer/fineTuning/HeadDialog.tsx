import { useMemo, useState } from 'react';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { type DatasetReference, datasetLimits, namedDatasets } from '../../network/datasets/datasetReference';
import { headForDataset } from '../../network/graph/headForDataset';
import { equalShapes, formatShape } from '../../network/layers/shape';
import { Dialog, DialogButton } from '../controls/Dialog';
import { SegmentedControl } from '../controls/SegmentedControl';
import { useDocument } from '../editor/editorStore';
import { FieldRow } from '../form/FieldRow';
import { TextBox } from '../form/TextBox';
import { useDraft } from '../form/useDraft';
import { parseInteger } from '../inspector/parseNumber';
import { say } from '../language/say';
import { t } from '../language/t';
import { replaceHeadBy } from './fineTuningActions';
import styles from './HeadDialog.module.css';
import { endHead, useHead } from './headStore';

/** Asks how many classes a new head is to tell apart, and says what becomes of the network. */
export function HeadDialog() {
  return useHead((state) => state.asked) ? <OpenDialog /> : null;
}

/** The network's dataset first, then those of the literature. */
function datasetChoices(own: DatasetReference): readonly DatasetReference[] {
  return [own, ...namedDatasets.filter((type) => type !== own.type).map((type) => ({ type }))];
}

function OpenDialog() {
  const document = useDocument();
  const [chosen, setChosen] = useState(document.training.dataset);
  const [own, dataset] = [datasetFacts(document.training.dataset), datasetFacts(chosen)];
  const [classes, setClasses] = useState(dataset.classes);
  const limits = { label: t`Classes`, min: 2, max: datasetLimits.classes };
  const draft = useDraft(String(classes), (text) => parseInteger(text, limits), String, setClasses);
  const planned = useMemo(() => headForDataset(document, chosen, classes), [document, chosen, classes]);
  const refused = 'problem' in planned;
  const accept = () => {
    endHead();
    replaceHeadBy(chosen, classes);
  };
  const choices = datasetChoices(document.training.dataset);
  const choose = (type: DatasetReference['type']) => {
    const choice = choices.find((candidate) => candidate.type === type);
    if (choice === undefined) return;
    setChosen(choice);
    setClasses(datasetFacts(choice).classes);
  };
  const step = (by: number) => setClasses(Math.min(limits.max, Math.max(limits.min, classes + by)));
  return (
    <Dialog title={t`Replace the head`} onClose={endHead} wide>
      <div className={styles['form']}>
        <FieldRow
          label={t`Dataset`}
          help={t`What the network learns next. Its input takes the images of another one.`}
        >
          <SegmentedControl
            label={t`Dataset`}
            value={chosen.type}
            segments={choices.map((choice) => ({ value: choice.type, label: datasetFacts(choice).label }))}
            onChange={choose}
          />
        </FieldRow>
        <FieldRow
          label={t`Classes`}
          help={t`How many classes the new last layer tells apart: one unit for each.`}
          control="head-classes"
          problem={draft.problem}
          note={
            classes === dataset.classes
              ? t`As many as ${dataset.label} has.`
              : t`${dataset.label} has ${dataset.classes}: choose a dataset with ${classes} before you train.`
          }
        >
          <TextBox id="head-classes" draft={draft} label={t`Classes`} onStep={step} onLeave={() => {}} />
        </FieldRow>
      </div>
      {refused ? (
        <p className={styles['refusal']}>
          {say(planned.problem.message)} {say(planned.problem.advice)}
        </p>
      ) : (
        <p className={styles['outcome']}>
          {t`The last layer becomes ${planned.heads.join(', ')}, with fresh weights; all other layers are frozen. One step back undoes it.`}
          {!equalShapes(own.imageShape, dataset.imageShape) && (
            <>
              {' '}
              {t`Its images are ${formatShape(dataset.imageShape)} in place of ${formatShape(own.imageShape)}: unfreeze the layers whose weights change shape with that, for they begin fresh.`}
            </>
          )}
          {document.startingWeights === undefined && (
            <>
              {' '}
              {t`Choose weights to start from in Runs: without them, the frozen layers keep random values.`}
            </>
          )}
        </p>
      )}
      <footer>
        <DialogButton onClick={endHead}>{t`Cancel`}</DialogButton>
        <DialogButton
          look="primary"
          onClick={accept}
          disabled={refused || draft.problem !== null}
          firstChoice
        >
          {t`Replace`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
