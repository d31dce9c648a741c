import fc from 'fast-check';
import { analyse } from '../../../src/network/analysis/analyse';
import { assertNever } from '../../../src/network/assertNever';
import type { NetworkDocument } from '../../../src/network/graph/document';
import type { Edit } from '../../../src/network/graph/edits';
import { insertShortcut } from '../../../src/network/graph/shortcuts/insertShortcut';
import { type ShortcutOption, shortcutOptions } from '../../../src/network/graph/shortcuts/shortcutOption';
import { toPlain } from '../../../src/network/graph/shortcuts/toPlain';
import { type ResidualChoice, toResidual } from '../../../src/network/graph/shortcuts/toResidual';
import { findRemedies } from '../../../src/network/remedies/findRemedies';
import { residualChoices } from './conversions';
import { type Action, actions, planAction } from './editActions';
import { type FineTuningAction, fineTuningActions, planFineTuningAction } from './fineTuningActions';
import { type NoteAction, noteActions, planNoteAction } from './noteActions';

/** What a person does with shortcuts and to problems; numbers choose among what there is then. */
export type ResidualAction =
  | {
      readonly type: 'shortcut';
      readonly from: number;
      readonly edge: number;
      readonly option: ShortcutOption;
    }
  | { readonly type: 'toResidual'; readonly choice: ResidualChoice }
  | { readonly type: 'toPlain' }
  | { readonly type: 'remedy'; readonly problem: number };

const residualActions: fc.Arbitrary<ResidualAction> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('shortcut' as const),
      from: fc.nat(),
      edge: fc.nat(),
      option: fc.constantFrom(...shortcutOptions),
    }),
  },
  fc.record({ type: fc.constant('toResidual' as const), choice: residualChoices }),
  fc.record({ type: fc.constant('toPlain' as const) }),
  fc.record({ type: fc.constant('remedy' as const), problem: fc.nat() }),
);

/** The edit that an action comes to; null where there is nothing to act on, or it is refused. */
function planResidualAction(document: NetworkDocument, action: ResidualAction): Edit | null {
  const node = (choice: number) => document.nodes[choice % document.nodes.length];
  const edge = (choice: number) => document.edges[choice % document.edges.length];
  switch (action.type) {
    case 'shortcut': {
      const [from, onto] = [node(action.from), edge(action.edge)];
      if (from === undefined || onto === undefined) return null;
      const ends = { from: from.id, edge: onto };
      const result = insertShortcut(document, analyse(document), ends, action.option);
      return 'edit' in result ? result.edit : null;
    }
    case 'toResidual': {
      const result = toResidual(document, analyse(document), action.choice);
      return 'edit' in result ? result.edit : null;
    }
    case 'toPlain': {
      const result = toPlain(document, analyse(document));
      return 'edit' in result ? result.edit : null;
    }
    case 'remedy': {
      const analysis = analyse(document);
      const problem = analysis.problems[action.problem % analysis.problems.length];
      if (problem === undefined) return null;
      return findRemedies(document, analysis, problem)[0]?.edit ?? null;
    }
    default:
      return assertNever(action);
  }
}

/** Everything that a person does in the editor. */
type AnyAction = Action | ResidualAction | FineTuningAction | NoteAction;

export const everyAction: fc.Arbitrary<AnyAction> = fc.oneof(
  { weight: 7, arbitrary: actions },
  { weight: 1, arbitrary: fineTuningActions },
  { weight: 1, arbitrary: residualActions },
  { weight: 2, arbitrary: noteActions },
);

/** The edit that any action comes to, as planAction gives it. */
export function planAnyAction(document: NetworkDocument, action: AnyAction): Edit | null {
  switch (action.type) {
    case 'freeze':
    case 'setFactor':
    case 'startFrom':
      return planFineTuningAction(document, action);
    case 'addNote':
    case 'writeNote':
    case 'resizeNote':
    case 'colourNotes':
    case 'removeSelected':
    case 'duplicateSelected':
    case 'moveSelected':
    case 'tidyWithNotes':
      return planNoteAction(document, action);
    case 'shortcut':
    case 'toResidual':
    case 'toPlain':
    case 'remedy':
      return planResidualAction(document, action);
    default:
      return planAction(document, action);
  }
}
