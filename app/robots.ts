import type { MetadataRoute } from 'next'
import { pageAddress } from '@/lib/features/social-preview/address'

// Rendered at request time, because the site's URL is a runtime setting.
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: '/admin' },
    sitemap: pageAddress('en', '/sitemap.xml'),
  }
}
