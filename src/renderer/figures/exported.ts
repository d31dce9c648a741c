import type { Picture } from '../exporting/paintPicture';
import type { DataColumn } from './exportFigure';

/** A chart, or the numbers in it, that can leave the window. */
export interface Exported {
  /** "Profile" */
  readonly label: string;
  /** Suggests the file's name. */
  readonly name: string;
  /** Drawn when it is asked for; null where there is nothing to see. */
  picture(): Picture | null;
  data(): readonly DataColumn[];
}
