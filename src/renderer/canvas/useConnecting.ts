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
import { positionBeside } from './cardGeometry';
import { connectionEnds, layerAt } from './connectionTarget';
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
      const { nodeId: node, type } = state.fromHandle;
      const layer = layerAt(point.clientX, point.clientY);
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
        checkConnection(networkToConnect(), source, target).allowed,
      onConnect: ({ source, target }: Connection) => connect(source, target),
      onConnectStart: (_event: MouseEvent | TouchEvent, { nodeId, handleType }: OnConnectStartParams) => {
        mark(true);
        if (nodeId !== null && handleType !== null) markTargets({ node: nodeId, type: handleType });
      },
      // Comes at the end of a reconnection too, behind onReconnect.
      onConnectEnd: end,
      onReconnectStart: (_event: unknown, { data }: FlowEdge) => leadElsewhere(data?.edge ?? null),
      onReconnect: ({ data }: FlowEdge, { source, target }: Connection) => {
        if (data !== undefined) reconnect(data.edge, source, target);
      },
    };
  }, [canvas, flow]);
}

/** Whether the canvas itself lies under a point of the window, or no more than a connection: no control over it. */
function isOnGround(x: number, y: number): boolean {
  return document.elementFromPoint(x, y)?.closest('.react-flow__renderer') != null;
}
