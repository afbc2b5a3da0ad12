// @types/negotiator describes version 0.6, which has no `preferred`.
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string> })
    /** The best of the encodings offered; those equal to the client follow the order of `preferred`. */
    encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined
  }
}
