import { Check, GraduationCap, X } from 'lucide-react';
import { useEffect } from 'react';
import { ToolButton } from '../controls/ToolButton';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { watchVanishing } from '../vanishing/watchVanishing';
import styles from './LessonCard.module.css';
import { type LessonStep, lessonSteps } from './lessonSteps';
import { useLesson } from './lessonStore';
import { useLessonWorld } from './useLessonWorld';

/** The lesson's present step, below everything else so that it hides nothing. */
export function LessonCard() {
  const open = useLesson((state) => state.open);
  const step = lessonSteps[useLesson((state) => state.step)];
  return open && step !== undefined ? <Step step={step} /> : null;
}

function Step({ step }: { step: LessonStep }) {
  const { step: number, reached, reach, next, back, leave } = useLesson();
  const { title, text, action } = step;
  const world = useLessonWorld();
  const now = step.isDone(world);
  useEffect(() => {
    if (now) reach();
  }, [now, reach]);
  const done = now || reached;
  const last = number === lessonSteps.length - 1;
  return (
    <section className={styles['card']} aria-label={t`Lesson`} data-region="lesson" data-done={done}>
      <span className={styles['mark']}>
        {done ? <Check size={16} aria-hidden="true" /> : <GraduationCap size={17} aria-hidden="true" />}
      </span>
      <div className={styles['words']} role="status">
        <p>
          <span className={styles['count']}>{t`${number + 1} of ${lessonSteps.length}`}</span>
          <b>{say(title)}</b>
        </p>
        <p>{done ? step.seen(world) : say(text)}</p>
      </div>
      <div className={styles['actions']}>
        {number > 0 && <FramedButton onClick={back}>{t`Back`}</FramedButton>}
        {!done && action !== undefined && (
          <button
            type="button"
            className={styles['main']}
            onClick={() => void watchVanishing({ batchNorm: action.does === 'watchBatchNorm' })}
          >
            {say(action.label)}
          </button>
        )}
        {done ? (
          <button type="button" className={styles['main']} onClick={next}>
            {last ? t`Finish` : t`Next`}
          </button>
        ) : (
          <FramedButton onClick={next}>{last ? t`Finish` : t`Skip`}</FramedButton>
        )}
        <ToolButton
          icon
          aria-label={t`Leave the lesson`}
          title={t`Leave; it goes on here later`}
          onClick={leave}
        >
          <X size={15} aria-hidden="true" />
        </ToolButton>
      </div>
    </section>
  );
}
