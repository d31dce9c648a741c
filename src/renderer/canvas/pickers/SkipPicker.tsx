import { type ShortcutTarget, shortcutTargets } from '../../../network/graph/shortcuts/shortcutTargets';
import { layerKind } from '../../../network/layers/registry';
import { formatShape } from '../../../network/layers/shape';
import { SegmentedControl } from '../../controls/SegmentedControl';
import { useAnalysis, useDocument, useEditor } from '../../editor/editorStore';
import { focusCard } from '../../editor/focus';
import { LayerBadge } from '../../glyphs/LayerBadge';
import { t } from '../../language/t';
import { skipOptionSetting } from '../../settings/groups/editing';
import { spokenOptions } from '../../settings/spokenOptions';
import { cardCorner } from '../connectionTarget';
import { edgeId } from '../flowEdges';
import { addShortcut } from '../skipping/skipActions';
import { chooseSkipOption, useSkipOption } from '../skipping/skipOption';
import { leadSkip } from '../skipping/skipStore';
import { type Pick, PickList } from './PickList';
import { usePicker } from './pickerStore';

/** Which connection a shortcut leads to, for those who don't drag it; the canvas shows what each would bring. */
export function SkipPicker({ from }: { from: string }) {
  const document = useDocument();
  const analysis = useAnalysis();
  const option = useSkipOption();
  const { close } = usePicker.getState();
  const label = document.nodes.find(({ id }) => id === from)?.label ?? from;
  const targets = shortcutTargets(document, analysis, from, option);
  const layers = new Map(document.nodes.map((layer) => [layer.id, layer]));
  const edges = new Map(targets.map(({ edge }) => [edgeId(edge), edge]));

  function pickOf({ edge, problem }: ShortcutTarget): Pick[] {
    const [before, behind] = [layers.get(edge.from), layers.get(edge.to)];
    if (before === undefined || behind === undefined) return [];
    const shape = analysis.nodes.get(edge.from)?.outputShape;
    return [
      {
        id: edgeId(edge),
        label: `${before.label} → ${behind.label}`,
        keywords: [layerKind(before.kind).label, layerKind(behind.kind).label],
        icon: <LayerBadge kind={layerKind(behind.kind)} size="small" />,
        aside: shape ? formatShape(shape) : undefined,
        refusal: problem?.message,
      },
    ];
  }

  const leave = () => {
    close();
    requestAnimationFrame(() => focusCard(from));
  };
  return (
    <PickList
      label={t`Shortcut from ${label}`}
      placeholder={t`Shortcut from ${label} to…`}
      at={cardCorner(from)}
      groups={[
        {
          heading: t`Connections`,
          picks: targets.filter(({ problem }) => problem === null).flatMap(pickOf),
        },
        {
          heading: t`Can’t be reached`,
          picks: targets.filter(({ problem }) => problem !== null).flatMap(pickOf),
        },
      ]}
      onPick={(id) => {
        const edge = edges.get(id);
        leave();
        if (edge !== undefined) addShortcut(from, edge);
      }}
      onAim={(id) => {
        const edge = id === null ? undefined : edges.get(id);
        leadSkip(from, edge ?? null, null);
        if (edge !== undefined) useEditor.getState().bringIntoView(edge.to);
      }}
      onClose={leave}
      footer={
        <SegmentedControl
          label={t`Where shapes differ`}
          value={option}
          segments={spokenOptions(skipOptionSetting)}
          onChange={chooseSkipOption}
        />
      }
    />
  );
}
