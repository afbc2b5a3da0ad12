/** Dispatched when the list's URL has changed. */
export const ADDRESS = 'list:address'
/** Dispatched when another list has replaced the current one; `detail` is the new page. */
export const LIST_SHOWN = 'list:shown'
