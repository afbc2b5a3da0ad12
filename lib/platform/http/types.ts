/** As much of a request as handlers of ours read; a Request is one. */
export type Asked = {
  url: string
  headers: Pick<Headers, 'get'>
  /** The address at the other end of the connection, where the server says it. */
  peer?: string | undefined
}

/** An answer whose whole text is known: our own server sends it as it is, for Next it is made a Response. */
export type Ready = { status: number; headers: Record<string, string>; text: string }

export const isReady = (answer: Response | Ready): answer is Ready =>
  'text' in answer && typeof answer.text === 'string'

export const json = (text: string, headers: Record<string, string> = {}): Ready => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...headers },
  text,
})

export const asResponse = (answer: Response | Ready): Response =>
  isReady(answer) ? new Response(answer.text, { status: answer.status, headers: answer.headers }) : answer
