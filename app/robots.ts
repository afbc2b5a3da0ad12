import type { MetadataRoute } from 'next'
import { pageAddress } from '@/lib/features/social-preview/address'

// The address of the site is a setting of the place that runs it, not of the one that builds it.
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: '/admin' },
    sitemap: pageAddress('en', '/sitemap.xml'),
  }
}
