import { t } from '../language/t';

interface StoryChapter {
  readonly template: string;
  /** What it brought, in a few words. */
  readonly line: string;
}

/** Six networks in the order in which they were found, and what each brought. */
export function storyChapters(): readonly StoryChapter[] {
  return [
    { template: 'lenet-5', line: t`Convolutions that learn to read digits` },
    { template: 'alexnet', line: t`Wider, deeper, with ReLU: it wins ImageNet` },
    { template: 'vgg-16', line: t`Nothing but 3×3, sixteen layers deep` },
    { template: 'googlenet', line: t`Windows of several sizes side by side` },
    { template: 'plain-34', line: t`Deeper still, and worse: the puzzle` },
    { template: 'resnet-34', line: t`The same layers with shortcuts: solved` },
  ];
}
