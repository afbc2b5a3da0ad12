/** The addresses that are files, below the site's root: a page's with an ending. Handlers below `/download` make them. */
export const FILE_PATHS = '(?!api/|_next/).*\\.(?:csv|json|xlsx|atom|zip)'
