/**
 * The form that an action was called with. Anybody can call one with anything, or with the form alone; what holds no
 * form is read as an empty one.
 */
export const readFormData = (...given: unknown[]): FormData =>
  given.findLast((one): one is FormData => one instanceof FormData) ?? new FormData()
