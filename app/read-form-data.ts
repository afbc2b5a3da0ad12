/**
 * FormData among an action's arguments. Clients can call an action with any arguments, so a missing form reads as
 * empty.
 */
export const readFormData = (...args: unknown[]): FormData =>
  args.findLast((one): one is FormData => one instanceof FormData) ?? new FormData()
