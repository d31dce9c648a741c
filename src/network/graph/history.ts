import type { NetworkDocument } from './document';
import { applyEdit, type Change, type Edit } from './edits';

/** An edit that was made, with the way back. */
export interface HistoryEntry {
  readonly redo: Edit;
  readonly undo: Edit;
  /** The next edit with the same key joins this entry; null where the entry is closed. */
  readonly mergeKey: string | null;
}

/** A document with the edits that led to it (`past`, oldest first) and those undone (`future`, next first). */
export interface History {
  readonly document: NetworkDocument;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

export function startHistory(document: NetworkDocument): History {
  return { document, past: [], future: [] };
}

/**
 * Applies an edit and remembers it. Consecutive edits with the same merge key become one entry, as the
 * many moves of one drag do. An edit without changes leaves no entry.
 */
export function record(history: History, edit: Edit, mergeKey?: string): History {
  if (edit.changes.length === 0) return history;
  const { document, inverse } = applyEdit(history.document, edit);
  const last = history.past.at(-1);
  if (last === undefined || mergeKey === undefined || last.mergeKey !== mergeKey)
    return {
      document,
      past: [...history.past, { redo: edit, undo: inverse, mergeKey: mergeKey ?? null }],
      future: [],
    };
  const merged: HistoryEntry = {
    redo: { label: edit.label, changes: condense([...last.redo.changes, ...edit.changes]) },
    undo: { label: edit.label, changes: condense([...inverse.changes, ...last.undo.changes]) },
    mergeKey,
  };
  return { document, past: [...history.past.slice(0, -1), merged], future: [] };
}

/** Takes back the last entry; the same history where there is none. */
export function undo(history: History): History {
  const entry = history.past.at(-1);
  if (entry === undefined) return history;
  const { document } = applyEdit(history.document, entry.undo);
  const past = history.past.slice(0, -1);
  return endMerge({ document, past, future: [{ ...entry, mergeKey: null }, ...history.future] });
}

/** Makes the entry that was undone last again; the same history where there is none. */
export function redo(history: History): History {
  const [entry, ...future] = history.future;
  if (entry === undefined) return history;
  const { document } = applyEdit(history.document, entry.redo);
  return { document, past: [...history.past, entry], future };
}

/** Takes entries back, or makes them again, until so many of them are made; as far as there are any. */
export function goTo(history: History, made: number): History {
  let reached = history;
  while (reached.past.length > Math.max(0, made)) reached = undo(reached);
  while (reached.past.length < made && reached.future.length > 0) reached = redo(reached);
  return reached;
}

/** What "Undo …" would take back, or null. */
export function undoLabel(history: History): string | null {
  return history.past.at(-1)?.redo.label ?? null;
}

/** What "Redo …" would make again, or null. */
export function redoLabel(history: History): string | null {
  return history.future[0]?.redo.label ?? null;
}

/** Closes the last entry: the next edit gets one of its own, whatever its key (a drag ends, a field loses focus). */
export function endMerge(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined || last.mergeKey === null) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, mergeKey: null }] };
}

/** Drops each change that the next one overwrites, so that a long drag stays one change. */
function condense(changes: readonly Change[]): readonly Change[] {
  const kept: Change[] = [];
  for (const change of changes) {
    let place = kept.length - 1;
    while (place >= 0 && areMoves(kept[place], change) && joinAt(kept, place, change) === null) place -= 1;
    const joined = joinAt(kept, place, change);
    if (joined === null) kept.push(change);
    else kept.splice(place, 1, joined);
  }
  return kept;
}

function joinAt(kept: readonly Change[], place: number, change: Change): Change | null {
  const before = kept[place];
  return before === undefined ? null : join(before, change);
}

/** Changes of layers' places and of notes don't depend on one another's order, as in a drag of both. */
function areMoves(...changes: readonly (Change | undefined)[]): boolean {
  return changes.every((change) => change?.type === 'moveNodes' || change?.type === 'changeNote');
}

/** Two changes as one, or null where the second doesn't overwrite the first. */
function join(first: Change, second: Change): Change | null {
  if (first.type === 'moveNodes' && second.type === 'moveNodes') return joinMoves(first, second);
  if (first.type === 'setConfig' && second.type === 'setConfig')
    return first.id === second.id ? second : null;
  if (first.type === 'setLabel' && second.type === 'setLabel') return first.id === second.id ? second : null;
  if (first.type === 'changeNote' && second.type === 'changeNote')
    return first.note.id === second.note.id ? second : null;
  if (first.type === 'addNote' && second.type === 'changeNote')
    return first.note.id === second.note.id ? { ...first, note: second.note } : null;
  if (first.type === 'changeNote' && second.type === 'removeNote')
    return first.note.id === second.id ? second : null;
  if (first.type === 'setTraining' && second.type === 'setTraining') return second;
  if (first.type === 'setStartingWeights' && second.type === 'setStartingWeights') return second;
  if (first.type === 'setLearningRateFactors' && second.type === 'setLearningRateFactors')
    return { ...second, factors: { ...first.factors, ...second.factors } };
  if (first.type === 'setName' && second.type === 'setName') return second;
  return null;
}

type Move = Extract<Change, { readonly type: 'moveNodes' }>;

function joinMoves(first: Move, second: Move): Move {
  const positions = { ...first.positions, ...second.positions };
  if (first.blocks === undefined && second.blocks === undefined) return { type: 'moveNodes', positions };
  return { type: 'moveNodes', positions, blocks: { ...first.blocks, ...second.blocks } };
}
