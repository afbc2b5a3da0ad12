const WORDS = {
  en: {
    title: 'The page could not be made',
    text: 'Something went wrong on our side. Nothing was lost. Please try again in a moment.',
    home: 'To the first page',
    path: '/',
  },
  es: {
    title: 'No se pudo preparar la página',
    text: 'Algo falló de nuestro lado. No se perdió nada. Inténtelo de nuevo en un momento.',
    home: 'A la primera página',
    path: '/es',
  },
}

/** The page for a failure of ours. It needs no database, no script and no style, so it works when they don't. */
export const failurePage = (path: string): string => {
  const lang = /^\/es(\/|$)/.test(path) ? 'es' : 'en'
  const { title, text, home, path: start } = WORDS[lang]
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title} · Local Record</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="${start}">${home}</a></p></main></body></html>\n`
}
