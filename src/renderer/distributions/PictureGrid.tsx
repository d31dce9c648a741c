import { useEffect, useRef } from 'react';
import type { Pictures } from '../../protocol/inspectionMessages';
import { t } from '../language/t';
import styles from './Distributions.module.css';
import { formatValue } from './formatValue';
import { paintPictures, rangeOf } from './paintPictures';

interface PictureGridProps {
  title: string;
  /** What the pictures show, in a few words. */
  note: string;
  pictures: Pictures;
  /** True where 0 is to be grey. */
  symmetric: boolean;
}

/** Kernels or feature maps side by side, on one scale from black to white. */
export function PictureGrid({ title, note, pictures, symmetric }: PictureGridProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const range = rangeOf(pictures, symmetric);
  const { black, white } = range;
  useEffect(() => {
    if (canvas.current !== null) paintPictures(canvas.current, pictures, { black, white });
  }, [pictures, black, white]);
  const { count, outOf, height, width } = pictures;
  const number = count === outOf ? `${outOf}` : t`${count} of ${outOf}`;
  return (
    <figure className={styles['plot']}>
      <figcaption>
        {title}
        <span>
          {number}, {height}×{width}
        </span>
      </figcaption>
      <canvas
        ref={canvas}
        className={styles['pictures']}
        role="img"
        aria-label={t`${title}: ${number} pictures of ${height}×${width} values`}
      />
      <p className={styles['note']}>{t`${note} Black ${formatValue(black)}, white ${formatValue(white)}.`}</p>
    </figure>
  );
}
