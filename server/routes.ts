import type { Route } from '@/server/route-matcher'
import * as oembed from '@/app/api/oembed/route'
import * as suggest from '@/app/api/suggest/route'
import * as health from '@/app/api/health/route'
import * as live from '@/app/api/health/live/route'
import * as api from '@/app/api/v1/route'
import * as changes from '@/app/api/v1/changes/route'
import * as openapi from '@/app/api/v1/openapi.json/route'
import * as places from '@/app/api/v1/places/route'
import * as search from '@/app/api/v1/search/route'
import * as list from '@/app/api/v1/[type]/route'
import * as record from '@/app/api/v1/[type]/[id]/route'
import * as versions from '@/app/api/v1/[type]/[id]/versions/route'
import * as nothing from '@/app/api/[...rest]/route'
import * as download from '@/app/download/[...path]/route'
import * as embedScript from '@/app/embed.js/route'
import * as securityTxt from '@/app/.well-known/security.txt/route'
import * as sitemap from '@/app/sitemap.xml/route'

/** Route handlers that run without Next, because they render no React. The first match wins. */
export const ROUTES: readonly Route[] = [
  ['/api/v1/search', search],
  ['/api/v1/places', places],
  ['/api/v1/changes', changes],
  ['/api/v1/openapi.json', openapi],
  ['/api/v1', api],
  ['/api/v1/[type]', list],
  ['/api/v1/[type]/[id]', record],
  ['/api/v1/[type]/[id]/versions', versions],
  ['/download/[...path]', download],
  ['/api/suggest', suggest],
  ['/api/oembed', oembed],
  ['/api/health', health],
  ['/api/health/live', live],
  ['/api/[...rest]', nothing],
  ['/sitemap.xml', sitemap],
  ['/.well-known/security.txt', securityTxt],
  ['/embed.js', embedScript],
]
