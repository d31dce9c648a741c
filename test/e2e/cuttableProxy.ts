import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** An HTTP proxy between a browser and the server, whose connections can be cut as a bad network would cut them. */
export class CuttableProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();
  #open = true;

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => {
      this.#track(socket);
      if (!this.#open) socket.destroy();
    });
    server.on('request', (incoming, answer) => {
      const { method, headers } = incoming;
      const onward = request(incoming.url ?? '', { method: method ?? 'GET', headers }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      incoming.pipe(onward);
    });
    server.on('connect', ({ url }, socket, head) => {
      const { hostname, port } = new URL(`http://${url}`);
      const onward = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      this.#track(onward);
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
  }

  static async start(): Promise<CuttableProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new CuttableProxy(server);
  }

  get address(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Ends all connections, and lets none through until it is mended. */
  cut(): void {
    this.#open = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#open = true;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #track(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {});
  }
}
