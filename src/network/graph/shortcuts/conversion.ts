import type { LayerProblem } from '../../layers/defineLayer';
import type { Edit } from '../edits';

/** A conversion as an edit, with what it comes to; or why there is nothing to convert. */
export type Conversion =
  | {
      readonly edit: Edit;
      /** Shortcuts that are added or taken out. */
      readonly shortcuts: number;
      /** How many of them have layers of their own. */
      readonly projected: number;
    }
  | { readonly problem: LayerProblem };
