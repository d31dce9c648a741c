import type { NetworkDocument } from '../../network/graph/document';

/** Whether two documents differ in nothing that the analysis looks at: layout and name aside, they are the same. */
export function sameNetwork(left: NetworkDocument, right: NetworkDocument): boolean {
  if (left.edges !== right.edges || left.training !== right.training) return false;
  if (left.startingWeights !== right.startingWeights) return false;
  if (left.nodes.length !== right.nodes.length) return false;
  return left.nodes.every((node, index) => {
    const other = right.nodes[index];
    if (node === other) return true;
    return (
      other !== undefined &&
      node.id === other.id &&
      node.kind === other.kind &&
      node.config === other.config &&
      node.frozen === other.frozen &&
      node.label === other.label
    );
  });
}
