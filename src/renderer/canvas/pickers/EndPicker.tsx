import { checkConnection } from '../../../network/graph/connect';
import type { LayerNode } from '../../../network/graph/document';
import { layerKind } from '../../../network/layers/registry';
import { formatShape } from '../../../network/layers/shape';
import { useAnalysis, useDocument, useEditor } from '../../editor/editorStore';
import { focusCard } from '../../editor/focus';
import { connect } from '../../editor/layerActions';
import { LayerBadge } from '../../glyphs/LayerBadge';
import { t } from '../../language/t';
import { cardCorner } from '../connectionTarget';
import { aimAt } from '../connectionTargets';
import { type Pick, PickList } from './PickList';
import { usePicker } from './pickerStore';

/** Which layer a connection leads to, for those who don't draw it with the mouse; refusals say why. */
export function EndPicker({ from }: { from: string }) {
  const document = useDocument();
  const { nodes } = useAnalysis();
  const { close } = usePicker.getState();
  const source = document.nodes.find(({ id }) => id === from);
  const picks = document.nodes.filter(({ id }) => id !== from).map((layer) => pickOf(layer));

  function pickOf({ id, kind, label, config }: LayerNode): Pick {
    const check = checkConnection(document, from, id);
    const shape = nodes.get(id)?.outputShape;
    return {
      id,
      label,
      keywords: [layerKind(kind).title(config)],
      icon: <LayerBadge kind={layerKind(kind)} size="small" />,
      aside: shape ? formatShape(shape) : undefined,
      refusal: check.allowed ? undefined : check.message,
    };
  }

  const leave = () => {
    close();
    requestAnimationFrame(() => focusCard(from));
  };
  return (
    <PickList
      label={t`Connect ${source?.label ?? from}`}
      placeholder={t`Connect ${source?.label ?? from} to…`}
      at={cardCorner(from)}
      groups={[
        { heading: t`Layers`, picks: picks.filter(({ refusal }) => refusal === undefined) },
        { heading: t`Can’t be connected`, picks: picks.filter(({ refusal }) => refusal !== undefined) },
      ]}
      onPick={(to) => {
        connect(from, to);
        leave();
      }}
      onAim={(to) => {
        aimAt(to);
        if (to !== null) useEditor.getState().bringIntoView(to);
      }}
      onClose={leave}
    />
  );
}
