import type { FuzzRandom } from '../campaign/fuzzRandom';
import { hostileTexts, hostileValue } from './hostileValues';

/** A place in a value: the object or list, and the key or number within it. */
interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

type Mutation = (random: FuzzRandom, place: Place, all: readonly Place[]) => void;

const mutations: readonly [Mutation, ...Mutation[]] = [
  (random, { parent, key }) => put(parent, key, hostileValue(random)),
  (random, { parent, key }) => put(parent, key, hostileValue(random)),
  (_, { parent, key }) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  },
  function duplicate(random, { parent, key }) {
    const twin = copy(parent[key]);
    if (Array.isArray(parent)) parent.splice(Number(key), 0, twin);
    else put(parent, random.pick(hostileTexts), twin);
  },
  function swap(random, { parent, key }, all) {
    const other = random.pickAny(all);
    if (other === undefined) return;
    const [mine, theirs] = [copy(parent[key]), copy(other.parent[other.key])];
    put(parent, key, theirs);
    put(other.parent, other.key, mine);
  },
  function takeFromElsewhere(random, { parent, key }, all) {
    const other = random.pickAny(all);
    if (other !== undefined) put(parent, key, copy(other.parent[other.key]));
  },
  function rename(random, { parent, key }) {
    if (Array.isArray(parent)) return;
    const value = parent[key];
    delete parent[key];
    put(parent, random.oneIn(2) ? random.pick(hostileTexts) : `${key}s`, value);
  },
  (random, { parent }) => put(parent, random.pick(hostileTexts), hostileValue(random)),
  function repeat(random, { parent, key }) {
    const value = parent[key];
    if (!Array.isArray(parent) || parent.length > 200) return;
    const copies = Array.from({ length: random.pick([2, 10, 100]) }, () => copy(value));
    parent.splice(Number(key), 0, ...copies);
  },
  function nudge(random, { parent, key }) {
    const value = parent[key];
    if (typeof value === 'number')
      put(parent, key, random.pick([value + 1, value - 1, -value, value * 1000, value / 3]));
    else if (typeof value === 'string') put(parent, key, value + random.pick(hostileTexts));
    else if (typeof value === 'boolean') put(parent, key, !value);
  },
  (_, { parent, key }) => put(parent, key, [parent[key]]),
];

/** A copy of a value of plain data in which some places were changed, as a person or an enemy could. */
export function mutateJson(
  random: FuzzRandom,
  value: unknown,
  times = random.pick([1, 1, 1, 2, 3, 8]),
): unknown {
  const root: Record<string, unknown> = { value: copy(value) };
  for (let time = 0; time < times; time++) {
    const all = placesIn(root);
    const place = random.pickAny(all);
    if (place !== undefined) random.pick(mutations)(random, place, all);
  }
  return root['value'];
}

/** JSON in which some of the text is no JSON, or says more than a value can: duplicate keys, numbers beyond doubles. */
export function hostileJson(random: FuzzRandom, value: unknown): string {
  const text = asText(value, random.pick([0, 2]));
  if (!random.oneIn(4)) return text;
  const numbers = [...text.matchAll(/-?\d+(\.\d+)?/g)];
  const found = random.pickAny(numbers);
  if (found === undefined) return text;
  const token = random.pick(tokens);
  return text.slice(0, found.index) + token + text.slice(found.index + found[0].length);
}

const tokens = [
  ...[
    '1e999',
    '-1e999',
    '-0',
    '1E400',
    '1e-400',
    '9007199254740993',
    '0x10',
    '01',
    '+1',
    '.5',
    '5.',
    'NaN',
    'Infinity',
  ],
  ...[
    "'x'",
    'undefined',
    '[',
    '}',
    ',',
    '"',
    '"\\u',
    '/* */ 1',
    '1 // x',
    '{"__proto__":1}',
    '{"a":1,"a":2}',
    '\u00a01',
  ],
  ...[
    '{"\\u005f_proto__":{}}',
    '['.repeat(40),
    '['.repeat(40) + ']'.repeat(40),
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    '"\\ud800"',
    '"\\ud83d\\ude00"',
    '1'.repeat(400),
  ],
] as const;

/** Walks without recursion: mutations nest values deeper than the call stack. */
function placesIn(root: Record<string, unknown>): readonly Place[] {
  const places: Place[] = [];
  const open: Record<string, unknown>[] = [root];
  for (let parent = open.pop(); parent !== undefined && places.length < 20_000; parent = open.pop())
    for (const key of Object.keys(parent)) {
      places.push({ parent, key });
      const child = parent[key];
      if (isContainer(child)) open.push(child);
    }
  return places;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** A copy; null in place of what is nested deeper than the call stack. */
function copy(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return null;
  }
}

/** As JSON; brackets to the end in place of what is nested deeper than the call stack, or longer than any text. */
function asText(value: unknown, indent: number): string {
  try {
    return JSON.stringify(value, null, indent) ?? 'null';
  } catch {
    return '['.repeat(20_000);
  }
}

/** Plain assignment would set the prototype where the key is `__proto__`. */
function put(parent: Record<string, unknown>, key: string, value: unknown): void {
  if (Array.isArray(parent) && !/^\d+$/.test(key)) {
    parent.push(value);
    return;
  }
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
}
