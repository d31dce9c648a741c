import type { ComponentType } from 'react';

/** A part of the window whose code the first paint does not wait for. */
export interface LaterPart {
  /** Null until its code is read. */
  readonly component: ComponentType | null;
  /** Reads its code, once. */
  readonly read: () => Promise<void>;
}

/** All of them, in the order in which they were declared. */
const parts: LaterPart[] = [];

/** Declares a part; `load` imports the module that has it. */
export function laterPart(load: () => Promise<ComponentType>): LaterPart {
  let component: ComponentType | null = null;
  let reading: Promise<void> | null = null;
  const part: LaterPart = {
    get component() {
      return component;
    },
    read() {
      reading ??= load().then((loaded) => {
        component = loaded;
      });
      return reading;
    },
  };
  parts.push(part);
  return part;
}

/** Reads the code of all parts, one after the other, whenever the window has nothing else to do. */
export async function readLaterParts(): Promise<void> {
  for (const part of parts) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
    // Whoever opens a part that could not be read is told of it.
    await part.read().catch(() => undefined);
  }
}
