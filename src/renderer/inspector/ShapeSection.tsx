import type { Shape } from '../../network/layers/shape';
import { formatShape } from '../../network/layers/shape';
import { listText } from '../format/lists';
import { t } from '../language/t';
import { cuboid, cuboidScale } from './cuboidGeometry';
import { Section } from './Section';
import styles from './ShapeSection.module.css';

interface ShapeSectionProps {
  /** Null where an input is missing or not known yet. */
  inputs: readonly (Shape | null)[];
  output: Shape | null;
  /** CSS colour of the cuboids. */
  colour: string;
}

/** What goes in and what comes out, as cuboids on one scale. */
export function ShapeSection({ inputs, output, colour }: ShapeSectionProps) {
  const [input = null] = inputs;
  const known = [...inputs, output].filter((shape) => shape !== null);
  const scale = cuboidScale(known, known.some((shape) => shape.length === 3) ? 38 : 22);
  return (
    <Section title={t`Shape`}>
      <div className={styles['shapes']} style={{ '--shape': colour }}>
        {inputs.length > 0 && (
          <>
            <Drawing shape={input} scale={scale} caption={captionOf(inputs)} />
            <svg
              className={styles['arrow']}
              width="26"
              height="12"
              viewBox="0 0 26 12"
              role="img"
              aria-label={t`becomes`}
            >
              <path d="M1 6h24M20 1.5l5 4.5-5 4.5" />
            </svg>
          </>
        )}
        <Drawing
          shape={output}
          scale={scale}
          caption={output === null ? t`not known yet` : formatShape(output)}
        />
      </div>
    </Section>
  );
}

function Drawing({ shape, scale, caption }: { shape: Shape | null; scale: number; caption: string }) {
  const drawn = shape === null ? null : cuboid(shape, scale);
  return (
    <figure className={styles['figure']}>
      {drawn === null ? (
        <span className={styles['unknown']} />
      ) : (
        <svg width={drawn.width + 1} height={drawn.height + 1} aria-hidden="true">
          <path d={drawn.front} className={styles['front']} />
          <path d={drawn.top} className={styles['top']} />
          <path d={drawn.side} className={styles['side']} />
        </svg>
      )}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** `2 × 10×10×16` for equal inputs, otherwise each in turn. */
function captionOf(inputs: readonly (Shape | null)[]): string {
  const captions = inputs.map((shape) => (shape === null ? t`missing` : formatShape(shape)));
  const [first = t`missing`] = captions;
  if (captions.length < 2) return first;
  return captions.every((caption) => caption === first)
    ? t`${captions.length} of ${first}`
    : listText(captions);
}
