/** An operator that can't become a layer; the message goes on after its name and a colon: "it pads with copies". */
export class NoLayer extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoLayer';
  }
}
