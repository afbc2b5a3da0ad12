/** So many statements stand on the page of a place, a person or a body: the latest. A list has them all. */
export const MOST_SHOWN = 100
