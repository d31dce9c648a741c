import { useEffect, useState } from 'react';
import type { LaterPart } from './laterPart';

/** A part whose code may still have to be read; nothing is shown until then. */
export function Later({ part }: { part: LaterPart }) {
  const [failure, setFailure] = useState<unknown>(null);
  const [, setRead] = useState(part.component !== null);
  useEffect(() => {
    let wanted = true;
    if (part.component === null)
      part.read().then(
        () => wanted && setRead(true),
        (error: unknown) => wanted && setFailure(error),
      );
    return () => {
      wanted = false;
    };
  }, [part]);
  if (failure !== null) throw failure;
  const Part = part.component;
  return Part === null ? null : <Part />;
}
