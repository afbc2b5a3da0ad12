/** The drafts that an address says go with this one; undefined where it says nothing. */
export const selectedDrafts = ({
  with: chosen,
}: Record<string, string | string[] | undefined>): string[] | undefined =>
  chosen === undefined ? undefined : [chosen].flat().filter(Boolean)
