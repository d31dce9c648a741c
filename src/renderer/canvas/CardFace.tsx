import type { LayerNode } from '../../network/graph/document';
import type { LayerKind } from '../../network/layers/defineLayer';
import { useEditor } from '../editor/editorStore';
import { formatCount } from '../format/numbers';
import { LayerGlyph } from '../glyphs/LayerGlyph';
import styles from './CardFace.module.css';
import { GradientBar } from './GradientBar';
import { layerTags } from './layerTags';
import { TagsOnCard } from './TagsOnCard';

interface CardFaceProps {
  layer: LayerNode;
  /** Layers that are tags on it. */
  tags: readonly LayerNode[];
  kind: LayerKind;
  shape: string | null;
  /** Whether it shows the quantity that was measured of the layer. */
  heat: boolean;
  compact: boolean;
}

/** What is written on a card: title, shape and parameters, and in the last row tags or the measured quantity. */
export function CardFace({ layer, tags, kind, shape, heat, compact }: CardFaceProps) {
  const parameters = useEditor(({ analysis }) => {
    const node = analysis.nodes.get(layer.id);
    return node === undefined ? 0 : node.trainable + node.nonTrainable;
  });
  const training = useEditor((state) => state.history.document.training);
  return (
    <>
      <span className={styles['title']}>
        <LayerGlyph glyph={kind.glyph} size={compact ? 14 : 15} />
        <span className={styles['text']}>{kind.title(layer.config)}</span>
      </span>
      <span className={styles['facts']}>
        <span className={styles['shape']}>{shape ?? '?'}</span>
        {parameters > 0 && <span className={styles['parameters']}>{formatCount(parameters)}</span>}
      </span>
      {heat ? (
        <GradientBar card={layer.id} />
      ) : (
        <span className={styles['tags']} data-layers={tags.length > 0}>
          <TagsOnCard tags={tags} />
          {layerTags(layer, kind, training, tags.length > 0).map((tag) => (
            <span key={tag} className={styles['tag']}>
              {tag}
            </span>
          ))}
        </span>
      )}
    </>
  );
}
