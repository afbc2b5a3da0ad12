/** The states of rows in the order in which they are named: what somebody has to look at first. */
export const ROW_ORDER = ['ready', 'imported', 'reverted', 'refused', 'failed', 'kept', 'unchanged', 'read'] as const
