import { analyse } from '../analysis/analyse';
import type { Analysis } from '../analysis/analysis';
import type { NetworkDocument } from '../graph/document';
import { applyEdit } from '../graph/edits';
import type { Conversion } from '../graph/shortcuts/conversion';
import { findAdditions } from '../graph/shortcuts/findShortcuts';
import { usualUnit } from '../graph/shortcuts/residualUnits';
import type { ShortcutOption } from '../graph/shortcuts/shortcutOption';
import { toPlain } from '../graph/shortcuts/toPlain';
import { toResidual } from '../graph/shortcuts/toResidual';
import { tidyLayout } from '../graph/tidy/tidyLayout';
import type { LayerProblem } from '../layers/defineLayer';

/** A network that differs from another one in its shortcuts alone, or why there is none. */
export type Counterpart =
  | { readonly document: NetworkDocument; readonly becomes: 'plain' | 'residual' }
  | { readonly problem: LayerProblem };

/**
 * The plain network of a residual one, or the residual one of a plain network. Shortcuts are drawn without parameters
 * of their own where that can be (option A of He et al. 2015), so that nothing else differs; layers that are there keep
 * their ids, and with them their first weights.
 */
export function counterpartOf(document: NetworkDocument, analysis: Analysis): Counterpart {
  const becomes = findAdditions(document, analysis).length > 0 ? 'plain' : 'residual';
  const conversion = becomes === 'plain' ? toPlain(document, analysis) : residual(document, analysis);
  if ('problem' in conversion) return conversion;
  const changed = applyEdit(document, conversion.edit).document;
  const tidy = applyEdit(changed, tidyLayout(changed, analyse(changed))).document;
  return { document: { ...tidy, name: counterpartName(document.name, becomes) }, becomes };
}

function residual(document: NetworkDocument, analysis: Analysis): Conversion {
  const every = usualUnit(document, analysis);
  const attempts: readonly { readonly every: number; readonly option: ShortcutOption }[] = [
    { every, option: 'A' },
    { every, option: 'B' },
    { every: 1, option: 'A' },
    { every: 1, option: 'B' },
  ];
  const found = attempts.map((choice) =>
    toResidual(document, analysis, { ...choice, join: 'beforeActivation' }),
  );
  const most = found.reduce((best, other) => (shortcutsOf(other) > shortcutsOf(best) ? other : best));
  const [usual, projected] = found;
  // Shortcuts of the usual length are worth more than many short ones, those without parameters more than others.
  if (usual !== undefined && shortcutsOf(usual) > 0 && shortcutsOf(usual) >= shortcutsOf(projected ?? usual))
    return usual;
  return projected !== undefined && shortcutsOf(projected) > 0 ? projected : most;
}

function shortcutsOf(conversion: Conversion): number {
  return 'problem' in conversion ? 0 : conversion.shortcuts;
}

/** "Plain-20" ↔ "ResNet-20"; other names get what is different behind them. */
export function counterpartName(name: string, becomes: 'plain' | 'residual'): string {
  const added = ' with shortcuts';
  const removed = ' without shortcuts';
  if (becomes === 'residual') {
    if (/^plain\b/i.test(name)) return name.replace(/^plain/i, 'ResNet');
    return name.endsWith(removed) ? name.slice(0, -removed.length) : `${name}${added}`;
  }
  if (/^resnet\b/i.test(name)) return name.replace(/^resnet/i, 'Plain');
  return name.endsWith(added) ? name.slice(0, -added.length) : `${name}${removed}`;
}
