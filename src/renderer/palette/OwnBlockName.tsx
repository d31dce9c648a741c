import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type OwnBlock, tidyBlockName } from '../../network/graph/blocks/ownBlock';
import { renameOwnBlock } from '../blocks/ownBlocksStore';
import { t } from '../language/t';
import styles from './OwnBlockItem.module.css';

interface OwnBlockNameProps {
  id: string;
  own: OwnBlock;
  onDone: () => void;
}

/** The name of an own block while it is typed: Enter or leaving takes it, Escape keeps the old one. */
export function OwnBlockName({ id, own, onDone }: OwnBlockNameProps) {
  const input = useRef<HTMLInputElement>(null);
  const kept = useRef(false);
  useEffect(() => input.current?.select(), []);
  const take = () => {
    if (kept.current) return;
    kept.current = true;
    const label = tidyBlockName(input.current?.value ?? '');
    onDone();
    if (label !== null && label !== own.block.label) void renameOwnBlock(id, own, label);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    if (event.key !== 'Escape') return;
    kept.current = true;
    onDone();
  };
  return (
    <input
      ref={input}
      className={styles['input']}
      defaultValue={own.block.label}
      aria-label={t`Name of your block`}
      onKeyDown={handleKey}
      onBlur={take}
    />
  );
}
