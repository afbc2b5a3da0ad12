import type { Lang } from '@/lib/platform/i18n/locale'

export const siteLang = (query: URLSearchParams): Lang => (query.get('lang') === 'es' ? 'es' : 'en')
