import {
  type EdgeTypes,
  type NodeTypes,
  Panel,
  ReactFlow,
  type ReactFlowProps,
  ReactFlowProvider,
  SelectionMode,
} from '@xyflow/react';
import { t } from '../language/t';
import '@xyflow/react/dist/base.css';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { VerdictPin } from '../diagnosis/VerdictPin';
import { useSelectedBlock } from '../editor/blockActions';
import { useEditor } from '../editor/editorStore';
import { useSeenNetwork } from '../editor/seenNetwork';
import { FindBar } from '../find/FindBar';
import { FoundMarks } from '../find/FoundMarks';
import { createFlowNotes } from '../notes/flowNotes';
import { NoteCard } from '../notes/NoteCard';
import { ProbeOffer } from '../probe/ProbeOffer';
import { EngineNotice } from '../training/EngineNotice';
import { VanishingOfferCard } from '../vanishing/VanishingOfferCard';
import { BlockCard } from './blocks/BlockCard';
import { BlockFrame, BlockTitle } from './blocks/BlockFrame';
import { createFlowFrames } from './blocks/flowFrames';
import { CanvasFooter } from './CanvasFooter';
import { CanvasMenu } from './CanvasMenu';
import { CanvasNotice } from './CanvasNotice';
import { CanvasTools } from './CanvasTools';
import { CardTip } from './CardTip';
import { CategoryEdge } from './CategoryEdge';
import { ColourByControl } from './ColourByControl';
import { ConnectionAdvice } from './ConnectionAdvice';
import { ConnectionPreview } from './ConnectionPreview';
import { CrowdedEdges } from './CrowdedEdges';
import { useColourBy } from './colourBy';
import { createDrawnEdges } from './drawnEdges';
import { EmptyCanvas } from './EmptyCanvas';
import { createFlowEdges, type FlowEdge } from './flowEdges';
import { createFlowNodes, type FlowNode } from './flowNodes';
import { GhostCard } from './GhostCard';
import { GradientEdge } from './GradientEdge';
import { Ground } from './Ground';
import { hoverCard } from './hoveredCard';
import { hoverEdge } from './hoveredEdge';
import { LayerCard } from './LayerCard';
import styles from './NetworkCanvas.module.css';
import { NetworkProblems } from './NetworkProblems';
import { OpenPicker } from './pickers/OpenPicker';
import { PickedGhost } from './pickers/PickedGhost';
import { usePickHere } from './pickers/usePickHere';
import { usePickOnDoubleClick } from './pickers/usePickOnDoubleClick';
import { ShapeLabels } from './shapeLabels/ShapeLabels';
import { useShapesShown } from './shapeLabels/shapesShown';
import { SkipPreview } from './skipping/SkipPreview';
import { GuideLines } from './snapping/GuideLines';
import { useCanvasChanges } from './useCanvasChanges';
import { useConnecting } from './useConnecting';
import { useLayerDrop } from './useLayerDrop';
import { ViewportEffects } from './ViewportEffects';
import { manyLayers, zoomLimits } from './viewport';
import { useView } from './viewStore';

const nodeTypes: NodeTypes = {
  layer: LayerCard,
  block: BlockCard,
  frame: BlockFrame,
  title: BlockTitle,
  note: NoteCard,
};
const edgeTypes: EdgeTypes = { category: CategoryEdge, gradient: GradientEdge };

/** The network as cards and edges, to be edited by hand, and coloured by its gradient while it trains. */
export function NetworkCanvas() {
  return (
    <ReactFlowProvider>
      <Canvas />
    </ReactFlowProvider>
  );
}

function Canvas() {
  const network = useSeenNetwork();
  const selection = useEditor((state) => state.selection);
  const locked = useEditor((state) => state.structureLocked);
  // Hundreds of cards and edges change as a run begins: not in the same task as all else that does.
  const settled = useDeferredValue(locked);
  const colourBy = useColourBy((state) => state.colourBy);
  const crowded = useView((state) => state.crowded);
  const [flowNodes] = useState(createFlowNodes);
  const [drawnEdges] = useState(createDrawnEdges);
  const [flowEdges] = useState(createFlowEdges);
  const [flowFrames] = useState(createFlowFrames);
  const [flowNotes] = useState(createFlowNotes);
  const written = useEditor(({ history }) => history.document.notes);
  const block = useSelectedBlock()?.id ?? null;
  const cards = useMemo(
    () =>
      flowNodes(
        network.nodes,
        selection.nodes.map((layer) => network.cardOf(layer)),
        { compact: settled, locked: settled, crowded },
      ),
    [flowNodes, network, selection.nodes, settled, crowded],
  );
  const notes = useMemo(
    () => flowNotes(written ?? [], selection.notes ?? [], network.nodes),
    [flowNotes, written, selection.notes, network.nodes],
  );
  const nodes = useMemo(
    () => [...flowFrames(network.frames, { selected: block, locked: settled }), ...notes, ...cards],
    [flowFrames, network.frames, block, settled, notes, cards],
  );
  const drawn = useMemo(
    () => drawnEdges(network.nodes, network.edges, settled, network.frames),
    [drawnEdges, network.nodes, network.edges, settled, network.frames],
  );
  const look = useDeferredValue(colourBy === 'category' ? 'category' : 'gradient');
  const edges = useMemo(
    () => flowEdges(drawn, selection.edges, look, network.edgesOf),
    [flowEdges, drawn, selection.edges, look, network],
  );
  const shapesShown = useShapesShown((state) => state.shown);
  const frame = useRef<HTMLElement>(null);
  const changes = useCanvasChanges(nodes);
  const connecting = useConnecting(frame);
  const { ghost, ...drop } = useLayerDrop();
  const pickOnDoubleClick = usePickOnDoubleClick();
  usePickHere(frame);

  return (
    <CanvasMenu>
      <section
        ref={frame}
        className={styles['canvas']}
        aria-label={t`Network`}
        data-region="network"
        data-locked={locked}
        data-colour-by={colourBy}
      >
        <ReactFlow
          nodes={nodes}
          edges={crowded ? noEdges : edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          {...changes}
          {...connecting}
          {...drop}
          edgesReconnectable={!locked}
          reconnectRadius={8}
          onDoubleClick={pickOnDoubleClick}
          {...hovering}
          connectionLineComponent={ConnectionPreview}
          connectionRadius={28}
          nodesDraggable={!locked}
          nodesConnectable={!locked}
          nodesFocusable={false}
          edgesFocusable={false}
          elevateNodesOnSelect={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={addingKeys}
          selectionMode={SelectionMode.Partial}
          onlyRenderVisibleElements={network.nodes.length >= manyLayers}
          panOnScroll
          zoomOnDoubleClick={false}
          onMove={leaveFit}
          {...zoomLimits}
          proOptions={{ hideAttribution: true }}
        >
          <Ground />
          <ViewportEffects frame={frame} />
          {crowded && <CrowdedEdges edges={edges} />}
          {ghost !== null && <GhostCard {...ghost} />}
          {shapesShown && !crowded && <ShapeLabels edges={edges} cards={cards} />}
          <VerdictPin />
          <PickedGhost />
          <SkipPreview />
          <GuideLines />
          <FoundMarks cards={cards} />
          <Panel position="top-left" className={styles['top']}>
            <ColourByControl />
          </Panel>
          {network.nodes.length > 0 && <CanvasTools />}
          <Panel position="top-right" className={styles['belowTools']}>
            <FindBar />
          </Panel>
          {network.nodes.length > 0 && (
            <Panel position="bottom-right" className={styles['aboveMap']}>
              <NetworkProblems />
            </Panel>
          )}
          <CanvasFooter />
          <CardTip />
          <ConnectionAdvice />
          <OpenPicker />
        </ReactFlow>
        {network.nodes.length === 0 && <EmptyCanvas />}
        <ProbeOffer />
        <VanishingOfferCard />
        <EngineNotice />
        <CanvasNotice />
      </section>
    </CanvasMenu>
  );
}

const noEdges: FlowEdge[] = [];
const addingKeys = ['Shift', 'Control', 'Meta'];

/** The same functions each time: React Flow draws every card and edge anew that is given another. */
const hovering: Pick<
  ReactFlowProps<FlowNode, FlowEdge>,
  'onNodeMouseEnter' | 'onNodeMouseLeave' | 'onEdgeMouseEnter' | 'onEdgeMouseLeave'
> = {
  onNodeMouseEnter: (_, { id }) => hoverCard(id),
  onNodeMouseLeave: () => hoverCard(null),
  onEdgeMouseEnter: (_, { id }) => hoverEdge(id),
  onEdgeMouseLeave: () => hoverEdge(null),
};

/** A move by hand, which comes with its event, ends the fitting. */
function leaveFit(event: MouseEvent | TouchEvent | null): void {
  const { following, leave } = useView.getState();
  if (event !== null && following !== null) leave();
}
