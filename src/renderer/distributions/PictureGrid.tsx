import { useEffect, useRef } from 'react';
import type { Pictures } from '../../protocol/inspectionMessages';
import { formatScientific } from '../gradients/formatNorm';
import styles from './Distributions.module.css';
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
  const number = count === outOf ? `${outOf}` : `${count} of ${outOf}`;
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
        aria-label={`${title}: ${number} pictures of ${height}×${width} values`}
      />
      <p className={styles['note']}>
        {note} Black {signed(black)}, white {signed(white)}.
      </p>
    </figure>
  );
}

function signed(value: number): string {
  if (value === 0) return '0';
  return `${value < 0 ? '−' : ''}${formatScientific(Math.abs(value))}`;
}
