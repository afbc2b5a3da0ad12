import { connect } from 'node:net'

type Told = { status: number; sent: number }

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

/** Sends a head and then so many bytes, as fast as they are taken, until it is cut off. */
export const pour = (port: number, head: string, bytes: number): Promise<Told> =>
  new Promise((resolve) => {
    const piece = Buffer.alloc(64 * 1024, 'x')
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head)
      const more = () => {
        while (socket.writable && socket.bytesWritten < bytes) if (!socket.write(piece)) return
      }
      socket.on('drain', more)
      more()
    })
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => resolve({ status: statusOf(answer), sent: socket.bytesWritten }))
  })

/** Sends a beginning and then a byte now and then, until it is cut off or told to end; then the status that it was told, or 0. */
export function drip(port: number, beginning: string, every: number) {
  let answer = ''
  const socket = connect(port, '127.0.0.1')
  socket.write(beginning)
  const clock = setInterval(() => socket.writable && socket.write('x'), every)
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
  socket.on('error', () => {})
  const ended = new Promise<number>((resolve) =>
    socket.on('close', () => {
      clearInterval(clock)
      resolve(statusOf(answer))
    }),
  )
  return { ended, isOpen: () => !socket.destroyed, end: () => (socket.destroy(), ended) }
}
