/** An archive that keeps copies of pages. Another one can be put in its place by giving these two. */
export type Archive = {
  /** Asks for a copy; the archive's own name for the request. @throws ArchiveTrouble */
  ask: (url: string) => Promise<string>
  /** What became of a request. @throws ArchiveTrouble */
  look: (job: string) => Promise<ArchiveLookup>
}

export type ArchiveLookup = { state: 'pending' } | { state: 'archived'; archiveUrl: string }

/** The archive did not do it; `final`: asking again will not help. */
export class ArchiveError extends Error {
  override name = 'ArchiveTrouble'
  constructor(
    message: string,
    readonly final = false,
  ) {
    super(message.replace(/\s+/g, ' ').trim().slice(0, 300))
  }
}
