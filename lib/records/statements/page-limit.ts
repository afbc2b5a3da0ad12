/** So many statements stand on the page of a place, a person or a body: the latest. A list has them all. */
export const MAX_SHOWN = 100
