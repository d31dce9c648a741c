import type { CifarName } from './cifarRecords';

/** In the order of the labels, as published in batches.meta.txt and fine_label_names.txt. */
export const cifarClassNames: Readonly<Record<CifarName, readonly string[]>> = {
  'cifar-10': words('airplane automobile bird cat deer dog frog horse ship truck'),
  'cifar-100': words(`
    apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy bridge bus butterfly camel can castle
    caterpillar cattle chair chimpanzee clock cloud cockroach couch crab crocodile cup dinosaur dolphin elephant
    flatfish forest fox girl hamster house kangaroo keyboard lamp lawn_mower leopard lion lizard lobster man maple_tree
    motorcycle mountain mouse mushroom oak_tree orange orchid otter palm_tree pear pickup_truck pine_tree plain plate
    poppy porcupine possum rabbit raccoon ray road rocket rose sea seal shark shrew skunk skyscraper snail snake spider
    squirrel streetcar sunflower sweet_pepper table tank telephone television tiger tractor train trout tulip turtle
    wardrobe whale willow_tree wolf woman worm`),
};

export const digitNames: readonly string[] = words('0 1 2 3 4 5 6 7 8 9');

/** Xiao, Rasul & Vollgraf 2017, table 2. */
export const clothesNames: readonly string[] = [
  ...['T-shirt/top', 'trouser', 'pullover', 'dress', 'coat'],
  ...['sandal', 'shirt', 'sneaker', 'bag', 'ankle boot'],
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
