/** Maximum number of statements on the page of a place, an official or an organization. The list shows all. */
export const MAX_SHOWN = 100
