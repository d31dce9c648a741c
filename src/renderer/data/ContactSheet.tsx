import { Dices } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DatasetPreview } from '../../protocol/datasetMessages';
import { SegmentedControl } from '../controls/SegmentedControl';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import styles from './ContactSheet.module.css';

interface ContactSheetProps {
  preview: DatasetPreview;
  augmented: boolean;
  onAugmented: (augmented: boolean) => void;
  /** Draws the augmentation anew. */
  onAgain: () => void;
}

const columns = 15;
const gap = 3;

/** Some of the training images, those of a class side by side: as they are, or as the network sees them in a step. */
export function ContactSheet({ preview, augmented, onAugmented, onAgain }: ContactSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { sheet, classNames } = preview;
  const { height, width, labels } = sheet;
  const rows = Math.ceil(labels.length / columns);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    const bytes = height * width * 4;
    const pixels = augmented ? sheet.augmented : sheet.images;
    for (let image = 0; image < labels.length; image++) {
      const picture = context.createImageData(width, height);
      picture.data.set(pixels.subarray(image * bytes, (image + 1) * bytes));
      context.putImageData(
        picture,
        (image % columns) * (width + gap),
        Math.floor(image / columns) * (height + gap),
      );
    }
  }, [sheet, augmented, height, width, labels]);
  const shown = new Set([...labels].map((label) => classNames[label] ?? ''));
  return (
    <figure className={styles['sheet']}>
      <figcaption className={styles['bar']}>
        <SegmentedControl
          label={t`Images shown`}
          value={augmented ? 'augmented' : 'plain'}
          segments={[
            { value: 'plain', label: t`As they are` },
            { value: 'augmented', label: t`Augmented` },
          ]}
          onChange={(choice) => onAugmented(choice === 'augmented')}
        />
        {augmented && (
          <FramedButton onClick={onAgain}>
            <Dices size={14} aria-hidden="true" />
            {t`Draw again`}
          </FramedButton>
        )}
      </figcaption>
      <canvas
        ref={canvas}
        className={styles['images']}
        width={columns * (width + gap) - gap}
        height={Math.max(1, rows * (height + gap) - gap)}
        role="img"
        aria-label={
          augmented
            ? t`${labels.length} training images, augmented: ${[...shown].join(', ')}`
            : t`${labels.length} training images: ${[...shown].join(', ')}`
        }
      />
    </figure>
  );
}
