import type { CallSpec, LayerSpec, ModelSpec } from './modelSpec';
import type { TensorReference } from './tensorReference';

/** A call of a layer of a functional model. */
export interface OrderedCall {
  readonly layer: LayerSpec;
  readonly call: CallSpec;
  /** Which of the layer's calls it is. */
  readonly number: number;
}

/** Calls in an order in which each comes behind what it takes, and those that take each other in a circle. */
export interface CallOrder {
  readonly ordered: readonly OrderedCall[];
  readonly circular: readonly OrderedCall[];
}

/** The order of the file where that will do. */
export function callOrder({ layers }: ModelSpec): CallOrder {
  const calls = layers.flatMap((layer) =>
    layer.calls.map((call, number): OrderedCall => ({ layer, call, number })),
  );
  const places = new Map(calls.map((one) => [keyOf(one.layer.name, one.number), one] as const));
  const ordered: OrderedCall[] = [];
  const circular = new Set<OrderedCall>();
  const states = new Map<OrderedCall, 'open' | 'done'>();
  for (const first of calls) {
    const path = [first];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      states.set(top, states.get(top) ?? 'open');
      const next = dependenciesOf(top, places).find((one) => !states.has(one));
      if (states.get(top) === 'open' && next !== undefined) {
        path.push(next);
        continue;
      }
      path.pop();
      if (states.get(top) === 'done') continue;
      const waits = dependenciesOf(top, places).some(
        (one) => states.get(one) === 'open' || circular.has(one),
      );
      states.set(top, 'done');
      if (waits) circular.add(top);
      else ordered.push(top);
    }
  }
  return { ordered, circular: [...circular] };
}

/** Names a tensor's call. */
export function keyOf(layer: string, call: number): string {
  return `${call}/${layer}`;
}

function dependenciesOf(
  { call }: OrderedCall,
  places: ReadonlyMap<string, OrderedCall>,
): readonly OrderedCall[] {
  return call.tensors.flatMap(
    ({ layer, call: number }: TensorReference) => places.get(keyOf(layer, number)) ?? [],
  );
}
