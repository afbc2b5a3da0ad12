type Piece = string | Uint8Array

/**
 * A response from pieces as they come. It begins when the second piece is known: what fails at once is then an error
 * and no broken file, and a short file holds no connection while it is read. What fails later breaks the connection,
 * which a reader notices. The next piece is made when one was taken.
 */
export const streamResponse = async (
  pieces: AsyncGenerator<Piece>,
  headers: Record<string, string>,
): Promise<Response> => {
  const ready = [await pieces.next(), await pieces.next()]
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = ready.shift() ?? (await pieces.next())
        if (done) return controller.close()
        controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
  return new Response(body, { headers })
}
