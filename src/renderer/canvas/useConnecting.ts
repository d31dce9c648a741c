import {
  type Connection,
  type Edge,
  type FinalConnectionState,
  type OnConnectStartParams,
  type ReactFlowProps,
  useReactFlow,
} from '@xyflow/react';
import { type RefObject, useMemo } from 'react';
import { checkConnection } from '../../network/graph/connect';
import { connect, reconnect } from '../editor/layerActions';
import { useNotice } from '../editor/noticeStore';
import { positionBeside } from './cardGeometry';
import { connectionEnds, endAt, isOnGround, layerAt } from './connectionTarget';
import {
  clearTargets,
  leadElsewhere,
  markTargets,
  networkToConnect,
  useConnectionTargets,
} from './connectionTargets';
import type { FlowEdge } from './flowEdges';
import type { FlowNode } from './flowNodes';
import { usePicker } from './pickers/pickerStore';

type ConnectHandlers = Pick<
  ReactFlowProps<FlowNode, FlowEdge>,
  'isValidConnection' | 'onConnect' | 'onConnectStart' | 'onConnectEnd' | 'onReconnect' | 'onReconnectStart'
>;

/**
 * Drawing connections from port to port, from a port to anywhere on a card, or into empty space to pick what comes
 * next; and leading a connection elsewhere by its end. While one is drawn, the canvas is marked so that all ports show.
 */
export function useConnecting(canvas: RefObject<HTMLElement | null>): ConnectHandlers {
  const flow = useReactFlow<FlowNode, FlowEdge>();
  return useMemo(() => {
    const mark = (connecting: boolean) => {
      if (canvas.current !== null) canvas.current.dataset['connecting'] = String(connecting);
    };

    const end = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { led } = useConnectionTargets.getState();
      mark(false);
      clearTargets();
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (state.isValid === true || state.fromHandle === null || point === undefined) return;
      const { nodeId, type } = state.fromHandle;
      const node = endAt(nodeId, type);
      if (node === null) {
        useNotice.getState().show(severalEnds);
        return;
      }
      const layer = layerAt(point.clientX, point.clientY, type === 'source' ? 'target' : 'source');
      if (layer !== null && layer !== node) {
        const { from, to } = connectionEnds({ node, type }, layer);
        if (led === null) connect(from, to);
        else reconnect(led, from, to);
      }
      if (layer !== null || led !== null || !isOnGround(point.clientX, point.clientY)) return;
      const at = { x: point.clientX, y: point.clientY };
      usePicker.getState().pickLayer(at, positionBeside(flow.screenToFlowPosition(at), type), { node, type });
    };
    return {
      isValidConnection: ({ source, target }: Connection | Edge) =>
        joined(source, target, (from, to) => checkConnection(networkToConnect(), from, to).allowed) === true,
      onConnect: ({ source, target }: Connection) => joined(source, target, connect),
      onConnectStart: (_event: MouseEvent | TouchEvent, { nodeId, handleType }: OnConnectStartParams) => {
        mark(true);
        if (nodeId === null || handleType === null) return;
        const node = endAt(nodeId, handleType);
        if (node !== null) markTargets({ node, type: handleType });
      },
      // Comes at the end of a reconnection too, behind onReconnect.
      onConnectEnd: end,
      onReconnectStart: (_event: unknown, { data }: FlowEdge) => leadElsewhere(data?.edge ?? null),
      onReconnect: ({ data }: FlowEdge, { source, target }: Connection) => {
        if (data !== undefined) joined(source, target, (from, to) => reconnect(data.edge, from, to));
      },
    };
  }, [canvas, flow]);
}

/** Does something with the layers at the ends of a connection between two cards, where each is one. */
function joined<Result>(
  source: string,
  target: string,
  act: (from: string, to: string) => Result,
): Result | null {
  const [from, to] = [endAt(source, 'source'), endAt(target, 'target')];
  return from === null || to === null ? null : act(from, to);
}

const severalEnds = {
  message: 'Several layers of this block are at that end of it.',
  advice: 'Open the block and connect one of its layers.',
};
