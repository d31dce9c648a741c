import { projectLimits } from '../../network/graph/projectSchema';

/** Deeper scopes than this are joined with what is in them. */
const deepest = 6;

/** Where a layer belongs by the name of its operator. */
export interface ScopedName {
  /** From the outermost. */
  readonly scopes: readonly string[];
  /** Absent where the name says no more than the operator's type. */
  readonly own: string | undefined;
}

/**
 * Reads names such as `/layer1/layer1.0/conv1/Conv` (PyTorch), `model/conv1/Conv2D` (tf2onnx) and `conv1/Conv`
 * (Layerwise): scopes, the layer's own name, and the operator's type.
 */
export function scopedName(name: string, opType: string): ScopedName {
  const parts = name
    .slice(0, 1000)
    .split('/')
    .map(cleaned)
    .filter((part) => part !== '');
  const type = opType.toLowerCase();
  const isType = (part: string) =>
    part
      .toLowerCase()
      .replace(/^node_/, '')
      .startsWith(type);
  const last = parts.at(-1);
  if (last !== undefined && (parts.length > 1 || isType(last))) parts.pop();
  const own = parts.pop();
  return { scopes: parts.slice(0, deepest), own };
}

/** Letters that an id can have. */
function cleaned(part: string): string {
  return part.replace(/[^A-Za-z0-9_.-]+/g, '_').slice(0, projectLimits.idLength - 8);
}

/** Gives out names once each. */
export class FreeNames {
  readonly #taken = new Map<string, number>();

  /** The name, with the next free number where it is taken. */
  take(name: string): string {
    // Names such as "constructor" are found on every object.
    const stem = name in {} ? `${name}_` : name;
    let number = this.#taken.get(stem) ?? 0;
    let free = stem;
    while (this.#taken.has(free)) {
      number += 1;
      free = `${stem}_${number + 1}`;
    }
    this.#taken.set(stem, number);
    if (free !== stem) this.#taken.set(free, 0);
    return free;
  }
}
