import { markBodyDecoded } from '@/lib/platform/request-context/request-context'

/**
 * FormData among an action's arguments. Clients can call an action with any arguments, so a missing form reads as
 * empty. Every server action begins here.
 */
export const readFormData = (...args: unknown[]): FormData => {
  markBodyDecoded()
  return args.findLast((one): one is FormData => one instanceof FormData) ?? new FormData()
}
