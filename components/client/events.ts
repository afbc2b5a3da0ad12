/** The address of the list has changed: whoever shows a part of it follows. */
export const ADDRESS = 'list:address'
/** A list was put in place of another one; its page comes along. */
export const LIST_SHOWN = 'list:shown'
