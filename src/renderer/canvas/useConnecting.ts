import type { Connection, Edge, FinalConnectionState, ReactFlowProps } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';
import { checkConnection } from '../../network/graph/connect';
import { useEditor } from '../editor/editorStore';
import { connect } from '../editor/layerActions';
import { connectionEnds, layerAt } from './connectionTarget';
import type { FlowEdge } from './flowEdges';
import type { FlowNode } from './flowNodes';

type ConnectHandlers = Pick<
  ReactFlowProps<FlowNode, FlowEdge>,
  'isValidConnection' | 'onConnect' | 'onConnectStart' | 'onConnectEnd'
>;

/**
 * Drawing connections from port to port, or from a port to anywhere on a card. While one is drawn, the canvas
 * is marked so that all ports show.
 */
export function useConnecting(canvas: RefObject<HTMLElement | null>): ConnectHandlers {
  return useMemo(() => {
    const mark = (connecting: boolean) => {
      if (canvas.current !== null) canvas.current.dataset['connecting'] = String(connecting);
    };
    return {
      isValidConnection: ({ source, target }: Connection | Edge) =>
        checkConnection(useEditor.getState().history.document, source, target).allowed,
      onConnect: ({ source, target }: Connection) => connect(source, target),
      onConnectStart: () => mark(true),
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        mark(false);
        if (state.isValid === true || state.fromHandle === null) return;
        const point = 'changedTouches' in event ? event.changedTouches[0] : event;
        const layer = point === undefined ? null : layerAt(point.clientX, point.clientY);
        if (layer === null || layer === state.fromHandle.nodeId) return;
        const { from, to } = connectionEnds(
          { node: state.fromHandle.nodeId, type: state.fromHandle.type },
          layer,
        );
        connect(from, to);
      },
    };
  }, [canvas]);
}
