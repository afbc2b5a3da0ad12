import { type RequestListener, createServer } from 'node:http'

/** The port where Next handles every request, as in development. */
export const throughNextPort = (sitePort: number): number => sitePort + 2

/** Serves it until closed. */
export async function serveBeside(port: number, handler: RequestListener): Promise<() => void> {
  const server = createServer(handler)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return () => {
    server.closeAllConnections()
    server.close()
  }
}
