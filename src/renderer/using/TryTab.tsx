import { type DragEvent, useState } from 'react';
import { SegmentedControl } from '../controls/SegmentedControl';
import { say } from '../language/say';
import { t } from '../language/t';
import { AnswerBars } from './AnswerBars';
import { askFile } from './askFile';
import { DrawingPad } from './DrawingPad';
import { EvidenceView } from './EvidenceView';
import { ExampleChoice } from './ExampleChoice';
import { FileChoice } from './FileChoice';
import { usePrediction } from './predictionStore';
import styles from './TryTab.module.css';
import { type OpenedNetwork, useUsing } from './usingStore';

const sources = [
  { value: 'draw', label: 'Draw' },
  { value: 'file', label: 'File' },
  { value: 'example', label: 'Dataset' },
] as const;

/** One image, the network's answer, and where it finds the evidence for that. */
export function TryTab({ opened }: { opened: OpenedNetwork }) {
  const { predicted, failure } = usePrediction();
  const { source, tryFrom } = useUsing();
  const [dragged, setDragged] = useState(false);
  const drag = (over: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setDragged(over);
  };
  return (
    <section
      className={styles['try']}
      aria-label={t`Try it`}
      data-dragged={dragged}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        const file = event.dataTransfer.files[0];
        if (file === undefined) return;
        tryFrom('file');
        void askFile(file, false);
      }}
    >
      <div className={styles['source']}>
        <SegmentedControl label={t`Image from`} value={source} segments={sources} onChange={tryFrom} />
        {source === 'draw' && <DrawingPad opened={opened} />}
        {source === 'file' && <FileChoice opened={opened} />}
        {source === 'example' && <ExampleChoice opened={opened} />}
      </div>
      {failure !== null && (
        <p className={styles['failure']} role="alert">
          {say(failure.message)} {say(failure.advice)}
        </p>
      )}
      {predicted === null && failure === null && (
        <div className={styles['lesson']}>
          <h3>{t`What does it see?`}</h3>
          <p>
            {t`Draw, drop an image file anywhere here, or take one of the dataset. The network answers at once, and colours show which parts of the image speak for its answer.`}
          </p>
        </div>
      )}
      {predicted !== null && (
        <>
          <EvidenceView predicted={predicted} opened={opened} />
          <AnswerBars predicted={predicted} />
        </>
      )}
    </section>
  );
}
