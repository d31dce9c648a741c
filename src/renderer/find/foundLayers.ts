import type { NetworkDocument } from '../../network/graph/document';
import { useEditor } from '../editor/editorStore';
import { seenNetwork } from '../editor/seenNetwork';
import { translation } from '../language/translation';
import { useFind } from './findStore';
import { layerFacts } from './layerFacts';
import { matchesFacts, type ReadFacts, readFacts } from './matchFacts';

const none: readonly string[] = [];

/** What is known of each layer, in a language. */
interface KnownLayers {
  readonly document: NetworkDocument;
  readonly language: string;
  readonly facts: readonly { readonly id: string; readonly facts: ReadFacts }[];
}

let known: KnownLayers | null = null;
let last: { known: KnownLayers; search: string; found: readonly string[] } | null = null;

/** Ids of the layers that a search means, in the network's order; looked for once for all who ask. */
export function layersFound(document: NetworkDocument, search: string): readonly string[] {
  if (search.trim() === '') return none;
  const { language } = translation;
  if (known?.document !== document || known.language !== language)
    known = { document, language, facts: factsOf(document) };
  if (last?.known !== known || last.search !== search) {
    const found = known.facts.filter(({ facts }) => matchesFacts(facts, search)).map(({ id }) => id);
    last = { known, search, found };
  }
  return last.found;
}

function factsOf(document: NetworkDocument): KnownLayers['facts'] {
  const { tree } = seenNetwork(document);
  return document.nodes.map((layer) => ({
    id: layer.id,
    facts: readFacts(layerFacts(layer, tree.around(layer.block))),
  }));
}

/** What is found now, while the bar is open. */
export function useFoundLayers(): readonly string[] {
  const search = useFind(({ open, search: typed }) => (open ? typed : ''));
  return useEditor(({ history }) => layersFound(history.document, search));
}
