import { Eraser } from 'lucide-react';
import { type PointerEvent, useRef, useState } from 'react';
import { placeDigit, scalePicture } from '../../network/evaluation/digitPlacement';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { PadPen } from './PadPen';
import pen from './PadPen.module.css';
import { lightnessOf, type PadPlace, padSide, strokeOn } from './padStrokes';
import { usePrediction } from './predictionStore';
import styles from './TryTab.module.css';
import type { OpenedNetwork } from './usingStore';

/** A pad to draw on with the mouse or by keys, light on dark; the network answers while one draws. */
export function DrawingPad({ opened: { imageShape, dataset } }: { opened: OpenedNetwork }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<PadPlace | null>(null);
  const [drawn, setDrawn] = useState(false);
  const [height = 1, width = 1, channels = 1] = imageShape;
  const asDigit = dataset.type === 'mnist';
  const answer = () => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const drawing = lightnessOf(context);
    const { values } = asDigit ? placeDigit(drawing) : scalePicture(drawing, { height, width });
    usePrediction.getState().ask({ type: 'drawing', values });
  };
  const stroke = (from: PadPlace, to: PadPlace) => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    strokeOn(context, from, to);
    setDrawn(true);
    answer();
  };
  const draw = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent) => {
    const to = [offsetX, offsetY] as const;
    stroke(last.current ?? to, to);
    last.current = to;
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, padSide, padSide);
    setDrawn(false);
    usePrediction.getState().forget();
  };
  return (
    <div className={styles['choice']}>
      <div className={pen['box']}>
        <canvas
          ref={canvas}
          className={styles['pad']}
          width={padSide}
          height={padSide}
          role="img"
          aria-label={t`Drawing pad`}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            draw(event);
          }}
          onPointerMove={(event) => {
            if (last.current !== null) draw(event);
          }}
          onPointerUp={() => {
            last.current = null;
          }}
          onPointerCancel={() => {
            last.current = null;
          }}
        />
        <PadPen onStroke={stroke} />
      </div>
      <div className={styles['option']}>
        <span>{drawn ? t`It answers as you draw` : t`Draw with the mouse`}</span>
        <FramedButton onClick={clear}>
          <Eraser size={13} aria-hidden="true" />
          {t`Clear`}
        </FramedButton>
      </div>
      <p className={styles['note']}>
        {asDigit
          ? t`As MNIST’s digits are, what you draw is scaled into 20×20 with its proportions, and moved so that its centre of mass is the middle of 28×28.`
          : t`The whole pad is scaled to ${height}×${width}.`}
        {channels === 3 && t` The network knows colour images; a drawing is grey.`}
      </p>
    </div>
  );
}
