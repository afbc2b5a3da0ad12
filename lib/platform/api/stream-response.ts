type Chunk = string | Uint8Array

/**
 * Streams a response with backpressure. It starts once two chunks are ready: an early failure is then an error response
 * instead of a broken file, and a short file holds no database connection while the client reads it. A later failure
 * breaks the connection, which the client notices.
 */
export const streamResponse = async (
  chunks: AsyncGenerator<Chunk>,
  headers: Record<string, string>,
): Promise<Response> => {
  const ready = [await chunks.next(), await chunks.next()]
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = ready.shift() ?? (await chunks.next())
        if (done) return controller.close()
        controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      },
      async cancel() {
        await chunks.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
  return new Response(body, { headers })
}
