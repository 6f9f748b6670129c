import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '../log.ts'

const bothAddresses = ['127.0.0.1', '::1']

/**
 * Listens at `host` and `port`; 'localhost' is both loopback addresses of the computer.
 * A computer without IPv6 is served at 127.0.0.1 alone, and the log says so.
 *
 * @throws Error of code EADDRINUSE when the port is taken.
 */
export async function listen(answer: RequestListener, host: string, port: number, log: Log): Promise<Listening> {
  const addresses = host === 'localhost' ? bothAddresses : [host]
  const servers: Server[] = []
  let bound = port
  for (const address of addresses) {
    const server = await open(answer, address, bound).catch((error: NodeJS.ErrnoException) => {
      const isAbsent = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'
      if (isAbsent && servers.length > 0) return undefined
      for (const opened of servers) opened.close()
      throw error
    })
    if (!server) log.warn({ address }, 'this computer has no such address: going on without it')
    else servers.push(server)
    bound = portOf(servers[0]) ?? port
  }
  return { port: bound, close: (graceMs) => close(servers, graceMs) }
}

export interface Listening {
  port: number
  /** Takes no new requests, lets those in flight end, and cuts off what is still open after `graceMs`. */
  close(graceMs: number): Promise<void>
}

function open(answer: RequestListener, host: string, port: number): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer(answer)
    server.once('error', fail)
    server.listen({ host, port, ipv6Only: true }, () => done(server))
  })
}

function portOf(server: Server | undefined): number | undefined {
  return (server?.address() as AddressInfo | null | undefined)?.port
}

async function close(servers: Server[], graceMs: number): Promise<void> {
  const timer = setTimeout(() => {
    for (const server of servers) server.closeAllConnections()
  }, graceMs)
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  clearTimeout(timer)
}
