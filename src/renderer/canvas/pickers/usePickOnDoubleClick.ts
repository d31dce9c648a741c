import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, useCallback } from 'react';
import { positionAround } from '../cardGeometry';
import { usePicker } from './pickerStore';

/** A double click on free ground asks which layer goes there. */
export function usePickOnDoubleClick(): (event: MouseEvent) => void {
  const flow = useReactFlow();
  return useCallback(
    (event) => {
      if (!(event.target instanceof Element && event.target.matches('.react-flow__pane'))) return;
      const at = { x: event.clientX, y: event.clientY };
      usePicker.getState().pickLayer(at, positionAround(flow.screenToFlowPosition(at)), null);
    },
    [flow],
  );
}
