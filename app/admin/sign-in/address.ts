/** Where to go after signing in: never off the desk, whatever the address says. */
export const insideDesk = (to: string): string => (/^\/admin(?:[/?][\w\-./?=&%+]*)?$/.test(to) ? to : '/admin')
