import { say } from '../language/say';
import { t } from '../language/t';
import { useRun } from '../training/runStore';
import { ExampleButton } from '../vanishing/ExampleButton';
import { CoveringView } from '../views/CoveringView';
import { EvaluateTab } from './EvaluateTab';
import { TryTab } from './TryTab';
import { UsingHeader } from './UsingHeader';
import styles from './UsingView.module.css';
import { useUsing } from './usingStore';

/** What a run has trained, put to use: evaluated over many images, or asked about one. */
export function UsingView() {
  const { folder, project, opened, failure, tab } = useUsing();
  const chosen = folder !== null || project !== null;
  return (
    <CoveringView label={t`Use`} className={styles['view']}>
      <UsingHeader />
      {!chosen && <NothingTrained />}
      {chosen && failure !== null && (
        <div className={styles['empty']} role="alert">
          <h3>{say(failure.message)}</h3>
          <p>{say(failure.advice)}</p>
        </div>
      )}
      {chosen && failure === null && opened === null && (
        <div className={styles['empty']} role="status">
          <p>{t`Reading its weights…`}</p>
        </div>
      )}
      {opened !== null && (tab === 'evaluate' ? <EvaluateTab opened={opened} /> : <TryTab opened={opened} />)}
    </CoveringView>
  );
}

function NothingTrained() {
  const trained = useRun(({ run }) => run !== null);
  return (
    <div className={styles['empty']}>
      <h3>{t`No network has been trained yet`}</h3>
      <p>
        {trained
          ? t`This run has kept no weights yet: they are at the end of its first epoch, or as soon as you stop it.`
          : t`Train one, even for an epoch. Then see here which classes it confuses and its worst mistakes, draw or drop an image of your own, and look at where it finds the evidence for its answer.`}
      </p>
      {!trained && <ExampleButton />}
    </div>
  );
}
