/** Row states in display order: those that need attention first. */
export const ROW_ORDER = ['ready', 'imported', 'reverted', 'refused', 'failed', 'kept', 'unchanged', 'read'] as const
