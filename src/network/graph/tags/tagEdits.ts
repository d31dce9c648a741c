import type { Analysis } from '../../analysis/analysis';
import type { NetworkDocument } from '../document';
import { applyEdit, type Edit } from '../edits';
import { tidyLayout } from '../tidy/tidyLayout';

/** Draws normalisations and activations as tags on the cards before them, or as cards, and closes or makes the room. */
export function setTagged(document: NetworkDocument, analysis: Analysis, tagged: boolean): Edit {
  const label = tagged ? 'Draw activations as tags' : 'Draw activations as cards';
  if ((document.tagged ?? false) === tagged) return { label, changes: [] };
  const change = { type: 'setTagged', tagged } as const;
  const { document: changed } = applyEdit(document, { label, changes: [change] });
  return { label, changes: [change, ...tidyLayout(changed, analysis).changes] };
}
