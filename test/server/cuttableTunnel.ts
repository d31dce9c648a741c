import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** As `ssh -L`: leads from a port of another address of this machine to the same port of 127.0.0.1, and can be cut. */
export class CuttableTunnel {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #open = true;

  private constructor(server: Server, port: number) {
    this.#server = server;
    server.on('connection', (socket) => {
      this.#track(socket);
      if (!this.#open) return void socket.resetAndDestroy();
      const onward = connect(port, '127.0.0.1');
      this.#track(onward);
      socket.pipe(onward).pipe(socket);
    });
  }

  static async start(port: number): Promise<CuttableTunnel> {
    const server = createServer().listen(port, CuttableTunnel.host);
    await once(server, 'listening');
    return new CuttableTunnel(server, port);
  }

  /** The address that it listens at: the port has to be the same at both ends. */
  static readonly host = '127.0.0.2';

  /** Ends all connections without a word, and lets none through until it is mended. */
  cut(): void {
    this.#open = false;
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  mend(): void {
    this.#open = true;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }
}
