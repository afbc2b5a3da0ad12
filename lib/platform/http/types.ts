/** The parts of a Request that route handlers read. */
export type MinimalRequest = {
  url: string
  headers: Pick<Headers, 'get'>
  /** The remote IP address of the connection, if the server knows it. */
  peer?: string | undefined
}

/** A response whose text is complete. This server sends it as it is; for Next it is converted to a Response. */
export type TextResponse = { status: number; headers: Record<string, string>; text: string }

export const isTextResponse = (response: Response | TextResponse): response is TextResponse =>
  'text' in response && typeof response.text === 'string'

export const jsonText = (text: string, headers: Record<string, string> = {}): TextResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...headers },
  text,
})

export const toWebResponse = (response: Response | TextResponse): Response =>
  isTextResponse(response)
    ? new Response(response.text, { status: response.status, headers: response.headers })
    : response
