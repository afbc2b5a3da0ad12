/** The reason on the address of an entry that an import added and that was taken back with it. */
export const REVERT_REASON = {
  en: 'This entry came with an import that was undone.',
  es: 'Esta entrada llegó con una importación que se deshizo.',
}
