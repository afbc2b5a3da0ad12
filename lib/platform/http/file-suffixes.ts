/** Pattern of paths that are files: a page's path with a suffix. Route handlers below `/download` serve them. */
export const FILE_PATHS = '(?!admin/|api/|_next/).*\\.(?:csv|json|xlsx|atom|zip)'
