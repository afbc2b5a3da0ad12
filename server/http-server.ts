import { createServer, type RequestListener, type Server } from 'node:http'

/** How long, in milliseconds, a client may take to say its headers and all that it sends, and how soon that is seen. */
export type Patience = {
  headersTimeout: number
  requestTimeout: number
  connectionsCheckingInterval: number
}

const PATIENCE: Patience = { headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 }

const REASONS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** The server that clients talk to. Whoever sends nonsense, or a byte now and then, is told so and cut off. */
export function openServer(listener: RequestListener, patience = PATIENCE): Server {
  const server = createServer({ maxHeaderSize: 32_768, keepAliveTimeout: 65_000, ...patience }, listener)
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    if (!socket.writable) return socket.destroy()
    socket.end(
      `HTTP/1.1 ${REASONS[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    )
  })
  return server
}
