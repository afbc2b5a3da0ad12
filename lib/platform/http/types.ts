/** As much of a request as handlers of ours read; a Request is one. */
export type MinimalRequest = {
  url: string
  headers: Pick<Headers, 'get'>
  /** The address at the other end of the connection, where the server says it. */
  peer?: string | undefined
}

/** An answer whose whole text is known: our own server sends it as it is, for Next it is made a Response. */
export type TextResponse = { status: number; headers: Record<string, string>; text: string }

export const isTextResponse = (answer: Response | TextResponse): answer is TextResponse =>
  'text' in answer && typeof answer.text === 'string'

export const jsonText = (text: string, headers: Record<string, string> = {}): TextResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...headers },
  text,
})

export const toWebResponse = (answer: Response | TextResponse): Response =>
  isTextResponse(answer) ? new Response(answer.text, { status: answer.status, headers: answer.headers }) : answer
