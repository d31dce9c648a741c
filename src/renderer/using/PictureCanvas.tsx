import { useEffect, useRef } from 'react';
import type { Colours } from '../../protocol/evaluationMessages';

interface PictureCanvasProps {
  pictures: Colours;
  /** Which of them. */
  place?: number;
  /** Read out; without it the picture is passed over. */
  label?: string;
  className?: string | undefined;
}

/** One of several pictures of equal size, pixel by pixel. */
export function PictureCanvas({ pictures, place = 0, label, className }: PictureCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { height, width, pixels } = pictures;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const picture = context.createImageData(width, height);
    const bytes = height * width * 4;
    picture.data.set(pixels.subarray(place * bytes, (place + 1) * bytes));
    context.putImageData(picture, 0, 0);
  }, [pixels, place, height, width]);
  return (
    <canvas
      ref={canvas}
      className={className}
      width={width}
      height={height}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
