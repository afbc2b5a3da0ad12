import type { IncomingHttpHeaders } from 'node:http'
import type { TextResponse } from '@/lib/platform/http/types'
import { hasOwnErrorPage } from '@/lib/platform/request-context/request-context'
import { isHtml } from '@/server/content-type'
import type { BodyStep, Exchange } from '@/server/exchange'

const TEXTS = {
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

/** A page that needs no database, no script and no style, so it works when they don't. */
export const plainErrorPage = (path: string, reason: keyof typeof TEXTS = 'failed'): string => {
  const lang = /^\/es(\/|$)/.test(path) ? 'es' : 'en'
  const { title, text } = TEXTS[reason][lang]
  const { home, start } = HOME[lang]
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title} · Local Record</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="${start}">${home}</a></p></main></body></html>\n`
}

export const busyPage = (path: string): TextResponse => ({
  status: 503,
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '5' },
  text: plainErrorPage(path, 'busy'),
})

/**
 * The error page of the admin area, with the styles of the page that failed. The session can't be read when the database
 * is down, so the language is the browser's.
 */
export const adminErrorPage = (headers: IncomingHttpHeaders, failedPage: Buffer): Buffer => {
  const lang = headers['accept-language']?.slice(0, 2).toLowerCase() === 'es' ? 'es' : 'en'
  const { title, text } = TEXTS.failed[lang]
  const styles = failedPage.toString('utf8').match(/<link\b[^>]*\brel="stylesheet"[^>]*>/g) ?? []
  const home = { en: 'To the admin area', es: 'Al área de administración' }[lang]
  return Buffer.from(
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">${styles.join('')}<title>${title} · Local Record</title></head><body class="admin"><main id="content" class="wrap page"><h1>${title}</h1><p>${text}</p><p><a href="/admin">${home}</a></p></main></body></html>\n`,
  )
}

/** Renders the error page for a failed response; undefined if only the plain page fits. */
export type RenderErrorPage = (exchange: Exchange, body: Buffer) => Promise<Buffer | undefined>

/**
 * Replaces the body of a failed page with the error page in the reader's language, because Next sends an empty document
 * that needs JavaScript. If that page can't be rendered either, the plain one is sent.
 */
export const errorPages = (render: RenderErrorPage = async () => undefined): BodyStep => ({
  name: 'error-pages',
  run: async (exchange, body) => {
    const { res, info, earlyResponse, hasThrown } = exchange
    const isComplete = earlyResponse !== null || (hasOwnErrorPage(res) && !hasThrown)
    if (res.statusCode < 500 || !isHtml(res) || isComplete) return body
    const rendered = await render(exchange, body).catch(() => undefined)
    return rendered ?? Buffer.from(plainErrorPage(info.path))
  },
})
