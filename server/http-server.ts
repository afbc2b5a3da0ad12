import { createServer, type RequestListener, type Server } from 'node:http'

/** Timeouts in milliseconds for receiving the headers and the complete request, and the interval between checks. */
export type Timeouts = {
  headersTimeout: number
  requestTimeout: number
  connectionsCheckingInterval: number
}

const TIMEOUTS: Timeouts = { headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 }

const REASONS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** The public HTTP server. Malformed and too slow requests get an error response, and the connection is closed. */
export function openServer(listener: RequestListener, timeouts = TIMEOUTS): Server {
  const server = createServer({ maxHeaderSize: 32_768, keepAliveTimeout: 65_000, ...timeouts }, listener)
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    if (!socket.writable) return socket.destroy()
    socket.end(
      `HTTP/1.1 ${REASONS[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    )
  })
  return server
}
