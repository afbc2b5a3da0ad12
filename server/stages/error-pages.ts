import type { IncomingHttpHeaders } from 'node:http'
import type { TextResponse } from '@/lib/platform/http/types'
import { href, translator } from '@/lib/platform/i18n/translate'
import { hasOwnErrorPage } from '@/lib/platform/request-context/request-context'
import { isHtml } from '@/server/content-type'
import type { BodyStep, Exchange } from '@/server/exchange'

type Reason = 'failed' | 'busy'

/** A page that needs no database, no script and no style, so it works when they don't. */
export const plainErrorPage = (path: string, reason: Reason = 'failed'): string => {
  const lang = /^\/es(\/|$)/.test(path) ? 'es' : 'en'
  const t = translator(lang)
  const title = t(`${reason}.title`)
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title} · Local Record</title></head><body><main><h1>${title}</h1><p>${t(`${reason}.about`)}</p><p><a href="${href(lang, '/')}">${t('failed.home')}</a></p></main></body></html>\n`
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
  const t = translator(lang)
  const title = t('failed.title')
  const styles = failedPage.toString('utf8').match(/<link\b[^>]*\brel="stylesheet"[^>]*>/g) ?? []
  return Buffer.from(
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">${styles.join('')}<title>${title} · Local Record</title></head><body class="admin"><main id="content" class="wrap page"><h1>${title}</h1><p>${t('failed.about')}</p><p><a href="/admin">${t('failed.adminHome')}</a></p></main></body></html>\n`,
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
