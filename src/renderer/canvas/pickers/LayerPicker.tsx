import { useEffect } from 'react';
import { followers } from '../../../network/graph/followers';
import { canvasGrid } from '../../../network/graph/layout';
import { layerKinds } from '../../../network/layers/registry';
import { useEditor } from '../../editor/editorStore';
import { focusCard } from '../../editor/focus';
import { isOnCanvas } from '../../editor/keyTarget';
import { addBefore, addBehind, appendLayer, dropLayer } from '../../editor/layerActions';
import { LayerBadge } from '../../glyphs/LayerBadge';
import { t } from '../../language/t';
import { type Pick, PickList } from './PickList';
import { type Picker, usePicker } from './pickerStore';

/** Which layer comes next: those that take the shape first. */
export function LayerPicker({ at, position, start }: Extract<Picker, { readonly type: 'layer' }>) {
  const { aim, close } = usePicker.getState();
  const shape = useEditor(({ analysis }) =>
    start?.type === 'source' ? (analysis.nodes.get(start.node)?.outputShape ?? null) : null,
  );
  const name = useEditor(({ history }) => history.document.nodes.find(({ id }) => id === start?.node)?.label);
  const candidates =
    start === null ? layerKinds.map((kind) => ({ kind, problem: null })) : followers(start.type, shape);
  const picks = candidates.map(
    ({ kind, problem }): Pick => ({
      id: kind.kind,
      label: kind.label,
      keywords: [kind.category, kind.stem],
      icon: <LayerBadge kind={kind} size="small" />,
      aside: kind.shortcut?.toUpperCase(),
      refusal: problem?.message,
    }),
  );
  const leave = () => {
    close();
    requestAnimationFrame(focusSelected);
  };
  const pick = (kind: string) => {
    leave();
    if (position === null) appendLayer(kind);
    else if (start === null) dropLayer(kind, position);
    else if (start.type === 'source') addBehind(kind, position, start.node);
    else addBefore(kind, position, start.node);
  };
  const first = picks[0]?.id ?? null;
  useEffect(() => aim(first), [aim, first]);
  const heading =
    start === null
      ? t`Layers`
      : start.type === 'source'
        ? t`Behind ${name ?? ''}`
        : t`In front of ${name ?? ''}`;
  return (
    <PickList
      label={t`Add a layer`}
      placeholder={t`Which layer?`}
      at={at}
      clearance={canvasGrid.cardHeight / 2}
      groups={[
        { heading, picks: picks.filter(({ refusal }) => refusal === undefined) },
        { heading: t`Need another shape`, picks: picks.filter(({ refusal }) => refusal !== undefined) },
      ]}
      onPick={pick}
      onAim={aim}
      onClose={leave}
    />
  );
}

/** What was clicked while the list was open keeps the focus. */
function focusSelected(): void {
  const last = useEditor.getState().selection.nodes.at(-1);
  if (last !== undefined && isOnCanvas(document.activeElement)) focusCard(last);
}
