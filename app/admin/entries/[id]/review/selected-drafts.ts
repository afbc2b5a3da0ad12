/** Ids from the `with` parameter; undefined without the parameter. */
export const selectedDrafts = ({
  with: chosen,
}: Record<string, string | string[] | undefined>): string[] | undefined =>
  chosen === undefined ? undefined : [chosen].flat().filter(Boolean)
