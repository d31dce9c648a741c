import type { Block, LayerEdge, LayerNode } from '../document';

/** What a copy of a block consists of, by the original's ids. */
export interface CopyPlan {
  /** The block itself first, then those in it. */
  readonly blocks: readonly Block[];
  readonly nodes: readonly LayerNode[];
  readonly edges: readonly LayerEdge[];
  /** The inputs that take what the copy before gives. */
  readonly entering: readonly Pick<LayerEdge, 'to' | 'input'>[];
  readonly exit: string;
}
