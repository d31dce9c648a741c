import { expect } from 'vitest';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { type EngineFindings, trainableCounts } from './engineFindings';
import type { ScriptFindings } from './scriptPeer';

/**
 * Rounding carries an input of a ReLU past 0 here and there, through many layers of batch norm: the true gradients of two
 * programs differ then.
 */
function isDeepWithBatchNorm({ nodes }: NetworkDocument): boolean {
  return nodes.filter(({ kind }) => kind === 'batchNorm').length > 6;
}

/** The script has the engine's parameters, logits and norms of gradients. */
export function expectSame(document: NetworkDocument, engine: EngineFindings, found: ScriptFindings): void {
  const counts = new Map<string, number>();
  for (const [id, count] of trainableCounts(document)) {
    const weight = Object.keys(found.layers).find((name) => name.startsWith(`${id}/`)) ?? '';
    counts.set(found.layers[weight] ?? id, count);
  }
  expect(found.parameters, `${document.name}: parameters`).toEqual(Object.fromEntries(counts));

  const largestLogit = Math.max(...engine.logits.map(Math.abs));
  expect(found.logits.length).toBe(engine.logits.length);
  for (const [index, logit] of engine.logits.entries())
    expectNear(found.logits[index], logit, 1e-3 * largestLogit, `${document.name}: logit ${index}`);
  expectNear(found.loss, engine.loss, 1e-3 * Math.abs(engine.loss) + 1e-6, `${document.name}: loss`);

  const largest = Math.max(...engine.gradientNorms.values());
  // Both sides round, and each in an order of its own.
  const script = worstShare(
    Object.entries(found.gradientNorms),
    (name) => found.gradientRounding[name],
    largest,
  );
  const own = worstShare([...engine.gradientNorms], (name) => engine.gradientRounding.get(name), largest);
  const rounding = 3 * (script + own);
  const share = isDeepWithBatchNorm(document) ? 2e-2 : 1e-3;
  expect(Object.keys(found.gradientNorms).sort()).toEqual([...engine.gradientNorms.keys()].sort());
  for (const [name, norm] of engine.gradientNorms) {
    // A gradient that is truly 0 is rounding alone.
    const alone = 3 * ((found.gradientRounding[name] ?? 0) + (engine.gradientRounding.get(name) ?? 0));
    const allowed = (share + rounding) * norm + 1e-6 * largest + alone;
    expectNear(found.gradientNorms[name], norm, allowed, `${document.name}: gradient of ${name}`);
  }
}

/** The largest share of a gradient that rounding moves it by, of those that are not near nothing. */
function worstShare(
  norms: readonly (readonly [name: string, norm: number])[],
  roundingOf: (name: string) => number | undefined,
  largest: number,
): number {
  const shares = norms.map(([name, norm]) => (norm < 1e-4 * largest ? 0 : (roundingOf(name) ?? 0) / norm));
  return Math.max(0, ...shares);
}

function expectNear(actual: number | undefined, expected: number, allowed: number, place: string): void {
  const difference = Math.abs((actual ?? Number.NaN) - expected);
  expect(difference, `${place}: ${actual} in the script, ${expected} in the engine`).toBeLessThanOrEqual(
    allowed,
  );
}
