import type { NetworkDocument } from '../../../src/network/graph/document';
import { serialiseProject } from '../../../src/network/graph/projectFile';
import { templates } from '../../../src/network/templates/templates';
import { documents } from '../../unit/graph/documentArbitraries';
import type { FuzzRandom } from '../campaign/fuzzRandom';

/** Templates with more layers than this make slow inputs, and nothing that smaller ones don't. */
const mostLayers = 60;

const small: readonly NetworkDocument[] = templates
  .map((template) => template.create())
  .filter(({ nodes }) => nodes.length <= mostLayers);

/** A document that Layerwise itself could have saved. */
export function sampleDocument(random: FuzzRandom): NetworkDocument {
  const template = random.oneIn(3) ? random.pickAny(small) : undefined;
  return template ?? random.draw(documents);
}

/** A project file's content in one of the versions that were ever written, as parsed JSON. */
export function sampleProject(random: FuzzRandom): Record<string, unknown> {
  const content: Record<string, unknown> = JSON.parse(serialiseProject(sampleDocument(random)));
  const version = random.pick([1, 2, 3, 3, 3]);
  if (version === 3) return content;
  const { blocks: _blocks, notes: _notes, ...flat } = content;
  const nodes = recordsIn(content['nodes']).map(({ block: _block, ...node }) => node);
  if (version === 2) return { ...flat, version, nodes };
  const [settings = {}] = recordsIn([content['training']]);
  const { normalisation: _normalisation, augmentation: _augmentation, ...training } = settings;
  const [dataset] = recordsIn([training['dataset']]);
  return {
    ...flat,
    version,
    nodes,
    training: { ...training, dataset: dataset?.['type'] === 'synthetic' ? 'mnist' : dataset?.['type'] },
  };
}

function recordsIn(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}
