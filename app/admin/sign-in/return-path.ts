/** Path to return to after sign-in. Paths outside the admin area become "/admin". */
export const safeReturnPath = (to: string): string => {
  const isPath = /^\/admin(?:[/?][\w\-./?=&%+]*)?$/.test(to)
  // Resolve dot segments as a browser does: "/admin/../x" leaves the admin area.
  const isInside = isPath && /^\/admin(\/|$)/.test(new URL(to, 'http://admin').pathname)
  return isInside ? to : '/admin'
}
