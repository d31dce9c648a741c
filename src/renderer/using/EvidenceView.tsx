import { useEffect, useRef, useState } from 'react';
import { evidenceColour, evidencePicture, strongestEvidence } from '../../network/evaluation/evidenceColours';
import type { ActivationMap } from '../../protocol/evaluationMessages';
import { SelectMenu } from '../controls/SelectMenu';
import { t } from '../language/t';
import { PictureCanvas } from './PictureCanvas';
import { type Predicted, usePrediction } from './predictionStore';
import styles from './TryTab.module.css';
import type { OpenedNetwork } from './usingStore';

/** Pixels of the overlay along a side: it is smoother than the image. */
const overlaySide = 224;

const ramp = `linear-gradient(to right, ${[0, 0.25, 0.5, 0.75, 1]
  .map((share) => `rgb(${evidenceColour(share).join(' ')})`)
  .join(', ')})`;

/** The image as the network sees it, with the evidence for a class over it. */
export function EvidenceView({ predicted, opened }: { predicted: Predicted; opened: OpenedNetwork }) {
  const [opacity, setOpacity] = useState(60);
  const { node, look } = usePrediction();
  const { map, picture, classNames } = predicted;
  const name = map === null ? '' : (classNames[map.classNumber] ?? String(map.classNumber));
  const spoken = map !== null && strongestEvidence(map) > 0;
  return (
    <figure className={styles['evidence']}>
      <figcaption>
        {t`What it sees`}
        {map !== null && <span>{t`, and what speaks for ${name}`}</span>}
      </figcaption>
      <div className={styles['stack']} style={{ aspectRatio: `${picture.width} / ${picture.height}` }}>
        <PictureCanvas pictures={picture} label={t`The image as the network sees it`} />
        {map !== null && <EvidenceOverlay map={map} name={name} opacity={opacity / 100} />}
      </div>
      {map === null ? (
        <p className={styles['note']}>
          {t`No layer of this network has height and width, so that there is no place to point at.`}
        </p>
      ) : (
        <>
          <div className={styles['legend']}>
            <span>{t`none`}</span>
            <i style={{ background: ramp }} />
            <span>{t`strongest here`}</span>
          </div>
          <label className={styles['option']}>
            <span>{t`Opacity`}</span>
            <input
              type="range"
              min={0}
              max={100}
              value={opacity}
              aria-label={t`Opacity of the evidence`}
              onChange={({ currentTarget }) => setOpacity(Number(currentTarget.value))}
            />
          </label>
          <div className={styles['option']}>
            <span>{t`Layer`}</span>
            <div className={styles['layer']}>
              <SelectMenu
                label={t`Layer`}
                value={node ?? opened.usualLayer}
                options={opened.layers.map(({ id, label, shape }) => ({
                  value: id,
                  label: `${label}, ${shape.join('×')}`,
                }))}
                onChange={(id) => look({ node: id })}
              />
            </div>
          </div>
          <p className={styles['note']}>
            {!spoken && `${t`Nothing in this layer speaks for ${name}.`} `}
            {map.method === 'cam'
              ? t`Class activation map: the features that are averaged, times the class’s weights.`
              : t`Grad-CAM: the layer’s features, times how much each raises the score on average.`}{' '}
            {t`It says where, not how sure.`}
          </p>
        </>
      )}
    </figure>
  );
}

interface EvidenceOverlayProps {
  map: ActivationMap;
  name: string;
  opacity: number;
}

function EvidenceOverlay({ map, name, opacity }: EvidenceOverlayProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const size = { height: overlaySide, width: overlaySide };
    context.putImageData(new ImageData(evidencePicture(map, size), overlaySide, overlaySide), 0, 0);
  }, [map]);
  return (
    <canvas
      ref={canvas}
      className={styles['overlay']}
      width={overlaySide}
      height={overlaySide}
      style={{ opacity }}
      role="img"
      aria-label={t`Evidence for ${name} in ${map.label}`}
    />
  );
}
