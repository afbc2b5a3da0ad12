import type { Route } from '@/lib/platform/web/direct'
import * as oembed from './api/oembed/route'
import * as suggest from './api/suggest/route'
import * as health from './api/health/route'
import * as api from './api/v1/route'
import * as changes from './api/v1/changes/route'
import * as openapi from './api/v1/openapi.json/route'
import * as places from './api/v1/places/route'
import * as search from './api/v1/search/route'
import * as list from './api/v1/[room]/route'
import * as record from './api/v1/[room]/[id]/route'
import * as versions from './api/v1/[room]/[id]/versions/route'
import * as nothing from './api/v1/[room]/[id]/[...rest]/route'
import * as download from './download/[...path]/route'
import * as embedScript from './embed.js/route'
import * as sitemap from './sitemap.xml/route'

/** What the server answers by itself, without Next: every handler that draws nothing, the first that fits. */
export const ROUTES: readonly Route[] = [
  ['/api/v1/search', search],
  ['/api/v1/places', places],
  ['/api/v1/changes', changes],
  ['/api/v1/openapi.json', openapi],
  ['/api/v1', api],
  ['/api/v1/[room]', list],
  ['/api/v1/[room]/[id]', record],
  ['/api/v1/[room]/[id]/versions', versions],
  ['/api/v1/[room]/[id]/[...rest]', nothing],
  ['/download/[...path]', download],
  ['/api/suggest', suggest],
  ['/api/oembed', oembed],
  ['/api/health', health],
  ['/sitemap.xml', sitemap],
  ['/embed.js', embedScript],
]
