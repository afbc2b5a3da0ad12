/** Where to go after signing in: never off the admin area, whatever the address says. */
export const adminPathOr = (to: string): string => {
  const fits = /^\/admin(?:[/?][\w\-./?=&%+]*)?$/.test(to)
  // What a browser makes of it: "/admin/../x" is another address.
  const inside = fits && /^\/admin(\/|$)/.test(new URL(to, 'http://admin').pathname)
  return inside ? to : '/admin'
}
