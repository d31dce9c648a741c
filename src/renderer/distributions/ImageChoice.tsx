import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import styles from './Distributions.module.css';
import { paintPictures, rangeOf } from './paintPictures';
import type { Inspected } from './useInspection';

interface ImageChoiceProps {
  image: Inspected['image'];
  onImage: (number: number) => void;
}

/** The validation image whose feature maps are shown, and the way to others. */
export function ImageChoice({ image: { number, outOf, label, picture }, onImage }: ImageChoiceProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) paintPictures(canvas.current, picture, rangeOf(picture, false));
  }, [picture]);
  return (
    <div className={styles['choice']}>
      <canvas ref={canvas} role="img" aria-label={t`Validation image ${number + 1}`} />
      <span className={styles['caption']}>
        {t`Validation image ${formatInteger(number + 1)} of ${formatInteger(outOf)}`}
        <small>{t`class ${formatInteger(label)}`}</small>
      </span>
      <FramedButton
        aria-label={t`Image before`}
        disabled={number === 0}
        onClick={() => onImage(Math.max(0, number - 1))}
      >
        <ChevronLeft size={14} aria-hidden="true" />
      </FramedButton>
      <FramedButton
        aria-label={t`Next image`}
        disabled={number >= outOf - 1}
        onClick={() => onImage(number + 1)}
      >
        <ChevronRight size={14} aria-hidden="true" />
      </FramedButton>
    </div>
  );
}
