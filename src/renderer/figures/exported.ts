import type { DataColumn } from './exportFigure';
import type { Figure } from './figurePicture';

/** A chart, or the numbers in it, that can leave the window. */
export interface Exported {
  /** "Profile" */
  readonly label: string;
  /** Suggests the file's name. */
  readonly name: string;
  /** Made when it is asked for; null where there is nothing to see. */
  figure(): Figure | null;
  data(): readonly DataColumn[];
}
