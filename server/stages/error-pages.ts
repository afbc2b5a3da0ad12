import type { TextResponse } from '@/lib/platform/http/types'

const WORDS = {
  failed: {
    en: {
      title: 'The page could not be made',
      text: 'Something went wrong on our side. Nothing was lost. Please try again in a moment.',
    },
    es: {
      title: 'No se pudo preparar la página',
      text: 'Algo falló de nuestro lado. No se perdió nada. Inténtelo de nuevo en un momento.',
    },
  },
  busy: {
    en: {
      title: 'Very many readers are here',
      text: 'This page has to wait its turn. Please try again in a few seconds.',
    },
    es: {
      title: 'Hay muchísimas visitas',
      text: 'Esta página tiene que esperar su turno. Inténtelo de nuevo en unos segundos.',
    },
  },
}
const HOME = { en: { home: 'To the first page', start: '/' }, es: { home: 'A la primera página', start: '/es' } }

/** The page for what we can't do. It needs no database, no script and no style, so it works when they don't. */
export const failurePage = (path: string, why: keyof typeof WORDS = 'failed'): string => {
  const lang = /^\/es(\/|$)/.test(path) ? 'es' : 'en'
  const { title, text } = WORDS[why][lang]
  const { home, start } = HOME[lang]
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title} · Local Record</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="${start}">${home}</a></p></main></body></html>\n`
}

export const busyPage = (path: string): TextResponse => ({
  status: 503,
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '5' },
  text: failurePage(path, 'busy'),
})
