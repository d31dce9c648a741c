import type { Change } from '../../graph/edits';
import { findAdditions } from '../../graph/shortcuts/findShortcuts';
import { layerKind } from '../../layers/registry';
import { hasKernel } from '../hasKernel';
import type { HealthCase } from '../healthRule';
import type { HealthRemedy } from '../healthVerdict';

/** The last layer with a kernel of every residual branch starts at 0 (Zhang et al. 2019, Fixup), so that each unit starts as the identity. */
export function zeroBranches({ document, analysis, structure }: HealthCase): readonly HealthRemedy[] {
  const changes = findAdditions(document, analysis).flatMap(({ main }): readonly Change[] => {
    let id = main.from;
    while (!hasKernel(analysis, id)) {
      const [edge] = structure.wiring.incoming(id);
      if (edge === undefined) return [];
      id = edge.from;
    }
    const node = structure.wiring.nodes.get(id);
    if (node === undefined || layerKind(node.kind).fields['constantValue'] === undefined) return [];
    return [{ type: 'setConfig', id, config: { ...node.config, initialiser: 'constant', constantValue: 0 } }];
  });
  if (changes.length === 0) return [];
  const title = 'Start branches at 0';
  return [
    {
      id: 'zero-branches',
      title,
      expectation:
        'Each unit starts as its shortcut alone, so that nothing grows over depth; the branches fade in as they are trained.',
      edit: { label: title, changes },
    },
  ];
}
