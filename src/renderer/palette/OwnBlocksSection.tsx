import { useEffect } from 'react';
import { loadOwnBlocks, useOwnBlocks } from '../blocks/ownBlocksStore';
import { t } from '../language/t';
import { OwnBlockItem } from './OwnBlockItem';
import styles from './Palette.module.css';

/** The blocks that a person has saved, as far as a search leaves them; nothing where there are none. */
export function OwnBlocksSection({ search }: { search: string }) {
  const blocks = useOwnBlocks((state) => state.blocks);
  useEffect(() => void loadOwnBlocks(), []);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = blocks.filter((block) => {
    const text = t`${'own' in block ? block.own.block.label : ''} your block`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (found.length === 0) return null;
  return (
    <section aria-label={t`Your blocks`}>
      <h3 className={styles['category']}>{t`Your blocks`}</h3>
      <ul>
        {found.map((block) => (
          <li key={block.id}>
            <OwnBlockItem block={block} />
          </li>
        ))}
      </ul>
    </section>
  );
}
