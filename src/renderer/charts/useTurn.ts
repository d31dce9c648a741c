import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from '../afterFrame';

/**
 * Whether it is the turn of something that takes long to draw: the first comes once the page has drawn what was there
 * before, each further one in a task of its own.
 */
export function useTurn(turn: number): boolean {
  const [come, setCome] = useState(false);
  useEffect(() => {
    let gone = false;
    const wait = (before: number): void =>
      afterFrame(() => {
        if (gone) return;
        if (before === 0) startTransition(() => setCome(true));
        else wait(before - 1);
      });
    wait(turn);
    return () => {
      gone = true;
    };
  }, [turn]);
  return come;
}
