import type { Hdf5File } from '../../hdf5File';
import type { StoredVariable } from './modelVariables';

/** The weight at a place of an HDF5 file; null where there is none. */
export function hdf5Variable(file: Hdf5File, path: string): StoredVariable | null {
  const shape = file.shape(path);
  return shape === null ? null : { path, shape, values: () => file.values(path) };
}
