import { elementCount } from '../../network/layers/shape';
import type { VariableGroup } from './graph/variable';
import type { Feed, GraphSession } from './graphSession';

/** The values of all variables of the group, by name. */
export function readGroup(session: GraphSession, group: VariableGroup): ReadonlyMap<string, Float32Array> {
  if (group.variables.length === 0) return new Map();
  const values = session.run('', [], group.readFetches);
  return new Map(group.variables.map(({ name }, index) => [name, values[index] ?? new Float32Array()]));
}

/**
 * Writes values by name; variables that are left out keep what they hold. Throws where a value's length is not
 * its variable's. `alsoFetch` is done in the same run, because TensorFlow takes a while to prepare each new one.
 */
export function writeGroup(
  session: GraphSession,
  group: VariableGroup,
  values: ReadonlyMap<string, Float32Array>,
  alsoFetch: readonly string[] = [],
): void {
  if (group.variables.length === 0) return;
  const complete = group.variables.every(({ name }) => values.has(name));
  const kept = complete ? values : readGroup(session, group);
  const feeds = group.variables.map(({ name, shape }): Feed => {
    const given = values.get(name) ?? kept.get(name) ?? new Float32Array();
    if (given.length !== elementCount(shape))
      throw new Error(`${name} has ${elementCount(shape)} values; got ${given.length}.`);
    return { shape, values: given };
  });
  session.run(group.writeFeeds, feeds, [group.writeFetch, ...alsoFetch].join(','));
}
