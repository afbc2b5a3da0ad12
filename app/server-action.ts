import { markOwnCodeRuns } from '@/lib/platform/request-context/request-context'
import { readFormData } from './read-form-data'

/** A server action of a form. Every server action is made by it, which tells its errors from those of its body. */
export const serverAction =
  <State>(run: (form: FormData) => Promise<State>) =>
  async (...args: unknown[]): Promise<State> => {
    markOwnCodeRuns(true)
    const state = await run(readFormData(...args))
    markOwnCodeRuns(false)
    return state
  }
