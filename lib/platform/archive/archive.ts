/** A web archive. Another one is added by implementing these two methods. */
export type Archive = {
  /** Requests a copy, and returns the archive's id of the request. @throws ArchiveError */
  ask: (url: string) => Promise<string>
  /** The state of a request. @throws ArchiveError */
  look: (job: string) => Promise<ArchiveLookup>
}

export type ArchiveLookup = { state: 'pending' } | { state: 'archived'; archiveUrl: string }

/** The archive did not make a copy. `final`: a retry is of no use. */
export class ArchiveError extends Error {
  override name = 'ArchiveError'
  constructor(
    message: string,
    readonly final = false,
  ) {
    super(message.replace(/\s+/g, ' ').trim().slice(0, 300))
  }
}
