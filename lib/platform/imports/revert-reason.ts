/** The public reason on the tombstone of an entry that a reverted import had added. */
export const REVERT_REASON = {
  en: 'This entry came with an import that was undone.',
  es: 'Esta entrada llegó con una importación que se deshizo.',
}
