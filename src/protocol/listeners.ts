import type { Unsubscribe } from './bridge';

/** A set of listeners that are told the same values. */
export interface Listeners<Value> {
  readonly tell: (value: Value) => void;
  readonly subscribe: (listener: (value: Value) => void) => Unsubscribe;
}

export function listeners<Value>(): Listeners<Value> {
  const entries = new Set<{ readonly listener: (value: Value) => void }>();
  return {
    tell(value) {
      for (const { listener } of entries) listener(value);
    },
    subscribe(listener) {
      const entry = { listener };
      entries.add(entry);
      return () => {
        entries.delete(entry);
      };
    },
  };
}
