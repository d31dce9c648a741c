import h5wasm from 'h5wasm';

/** Values and extents of a dataset. */
export interface WrittenTensor {
  readonly data: Float32Array | Int32Array;
  readonly shape: readonly number[];
}

type Group = InstanceType<typeof h5wasm.Group>;

/**
 * An HDF5 file with these datasets, each within the groups of its path. `attributes`: texts, or lists of them, by the path
 * of a group and the attribute's name, as in `model_weights:layer_names`; without a path those of the file.
 */
export async function writeHdf5(
  tensors: Readonly<Record<string, WrittenTensor>>,
  attributes: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Uint8Array> {
  const { FS } = await h5wasm.ready;
  const file = new h5wasm.File('written.h5', 'w');
  for (const [path, { data, shape }] of Object.entries(tensors)) {
    const parts = path.split('/');
    groupAt(file, parts.slice(0, -1)).create_dataset({ name: parts.at(-1) ?? '', data, shape: [...shape] });
  }
  for (const [place, value] of Object.entries(attributes)) {
    const [path = '', name = ''] = place.includes(':') ? place.split(':') : ['', place];
    groupAt(file, path === '' ? [] : path.split('/')).create_attribute(
      name,
      typeof value === 'string' ? value : [...value],
    );
  }
  file.close();
  const bytes: unknown = FS.readFile('written.h5');
  FS.unlink('written.h5');
  if (!(bytes instanceof Uint8Array)) throw new Error('HDF5 wrote no bytes.');
  return bytes;
}

function groupAt(file: Group, parts: readonly string[]): Group {
  return parts.reduce<Group>((group, part) => {
    const found = group.keys().includes(part) ? group.get(part) : group.create_group(part);
    if (!(found instanceof h5wasm.Group)) throw new Error(`${part} is no group.`);
    return found;
  }, file);
}
