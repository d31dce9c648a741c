import { basename, dirname, join } from 'node:path';
import { elementCount } from '../../../network/layers/shape';
import type { StoredVariable } from '../../keras/importing/variables/modelVariables';
import { readWholeFile } from '../../runs/readWholeFile';
import type { LayersModel } from './layersModelSchema';
import { weightValues, widthOf } from './weightValues';

/** What is read of all shards together: 2 GiB. */
const mostBytes = 2 ** 31 - 1;

/**
 * The weights of a layers model from the shards beside its `model.json`, in the order of its manifest. Throws an Error
 * that says what is wrong: "it names a file in another folder".
 */
export function readShards(
  modelPath: string,
  { weightsManifest = [] }: LayersModel,
): readonly StoredVariable[] {
  let left = mostBytes;
  return weightsManifest.flatMap(({ paths, weights }) => {
    const shards = paths.map((path) => {
      const shard = readShard(modelPath, path, left);
      left -= shard.byteLength;
      return shard;
    });
    const bytes = Buffer.concat(shards);
    let offset = 0;
    return weights.map((specification): StoredVariable => {
      const { name, shape } = specification;
      const width = widthOf(specification);
      if (width === null) throw new Error(`the weight ${name.slice(0, 80)} is of a type that can't be read`);
      const length = width * elementCount(shape);
      const part = bytes.subarray(offset, offset + length);
      if (part.byteLength !== length) throw new Error('its shards hold less than its list of weights says');
      offset += length;
      return { path: name, shape, values: () => weightValues(specification, part) };
    });
  });
}

/** Shards lie beside the model: a name that leads elsewhere is none of ours. */
function readShard(modelPath: string, name: string, most: number): Uint8Array {
  if (name !== basename(name) || name === '..' || name === '' || name.includes('\\'))
    throw new Error('it names a file in another folder as its weights');
  try {
    return readWholeFile(join(dirname(modelPath), name), most);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new Error(
      missing
        ? `its weights ${name} are not beside it: put them into the same folder`
        : `its weights ${name} can't be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
