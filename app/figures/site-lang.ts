import type { Lang } from '@/lib/platform/collections/language'

export const siteLang = (query: URLSearchParams): Lang => (query.get('lang') === 'es' ? 'es' : 'en')
