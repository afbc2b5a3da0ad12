import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BodyStep, type Stage, createExchange } from '@/server/exchange'
import { reject } from '@/server/reject'
import { parseRequest } from '@/server/request-info'
import { type RouteMatcher, matchRoute } from '@/server/route-matcher'
import type { BuildAssets } from '@/server/build-assets'
import { type PriorityScheduler, adminPriority } from '@/server/stages/admin-priority'
import { type ConcurrencyLimiter, admissionControl } from '@/server/stages/admission-control'
import { bodyLimit, chunkedBody, readBody } from '@/server/stages/body-limit'
import { checkHost } from '@/server/stages/check-host'
import { checkUrl } from '@/server/stages/check-url'
import { compression } from '@/server/stages/compression'
import {
  contentSecurityPolicy,
  devContentSecurityPolicy,
  devScriptNonce,
  scriptNonce,
} from '@/server/stages/content-security-policy'
import { csrf } from '@/server/stages/csrf'
import { type Failure, errorLog } from '@/server/stages/error-log'
import { type RenderErrorPage, errorPages } from '@/server/stages/error-pages'
import { etag, finalizeResponse, unreadableBody } from '@/server/stages/finalize-response'
import { normalizeDevRequest, normalizeRequest } from '@/server/stages/normalize-request'
import { type Handler, respond } from '@/server/stages/respond'
import { type ResponseCache, serveCached, startCacheFill } from '@/server/stages/response-cache'
import { createHeaderSetter, securityHeaders } from '@/server/stages/security-headers'
import { serveBuildAsset } from '@/server/stages/serve-build-asset'
import { stripClientRuntime } from '@/server/stages/strip-client-runtime'
import { timeLimit } from '@/server/stages/time-limit'

export type Options = {
  https: boolean
  /** The timeout for the start of a response, in milliseconds. */
  timeLimitMs?: number | undefined
  cache?: ResponseCache | undefined
  buildAssets?: BuildAssets | undefined
  /** Finds the handlers that run without Next. */
  findRoute?: RouteMatcher | undefined
  /** Limits concurrent page renders. */
  pageLimiter?: ConcurrencyLimiter | undefined
  /** Limits concurrent route handlers. */
  apiLimiter?: ConcurrencyLimiter | undefined
  /** Limits concurrent drawings. */
  pictureLimiter?: ConcurrencyLimiter | undefined
  scheduler?: PriorityScheduler | undefined
  renderErrorPage?: RenderErrorPage | undefined
  /** Counts requests for the metrics. */
  countRequests?: Stage | undefined
  /** Called for each response with a status of 500 or above. */
  onFailure: (failure: Failure) => void
}

/** The stages in production, in order. server/README.md explains the order. */
export function createStages(next: Handler, options: Options): Stage[] {
  const { https, timeLimitMs = 30_000, cache, buildAssets, findRoute, scheduler } = options
  const { pageLimiter, apiLimiter, pictureLimiter } = options
  const setSecurityHeaders = createHeaderSetter(https)
  return [
    options.countRequests,
    checkUrl,
    checkHost,
    bodyLimit,
    buildAssets && serveBuildAsset(buildAssets, setSecurityHeaders),
    scheduler && adminPriority(scheduler),
    csrf,
    readBody,
    cache && serveCached(cache),
    errorLog(options.onFailure),
    securityHeaders(setSecurityHeaders),
    normalizeRequest,
    scriptNonce,
    findRoute && matchRoute(findRoute),
    admissionControl(
      { pages: pageLimiter, handlers: apiLimiter, pictures: pictureLimiter },
      cache && serveCached(cache),
    ),
    cache && startCacheFill(cache),
    chunkedBody,
    finalizeResponse(createBodySteps(options)),
    timeLimit(timeLimitMs),
    respond(next),
  ].filter((stage) => stage !== undefined)
}

/** The steps applied to a complete response body in production, in order. */
const createBodySteps = ({ renderErrorPage }: Options): BodyStep[] => [
  unreadableBody,
  errorPages(renderErrorPage),
  stripClientRuntime,
  contentSecurityPolicy,
  etag,
  compression,
]

/** The stages of `npm run dev`: the same policies without cache and limits, and with what hot reload needs. */
export const createDevStages = (next: Handler, { https, onFailure }: Options): Stage[] => [
  checkUrl,
  checkHost,
  bodyLimit,
  csrf,
  readBody,
  errorLog(onFailure),
  securityHeaders(createHeaderSetter(https)),
  normalizeDevRequest,
  devScriptNonce,
  chunkedBody,
  finalizeResponse([unreadableBody, devContentSecurityPolicy, etag, compression]),
  respond(next),
]

/** Handles each request by the stages in order, until one has responded or rejects the request. */
export function createRequestHandler(next: Handler, options: Options, create = createStages): Handler {
  const stages = create(next, options)
  const setSecurityHeaders = createHeaderSetter(options.https)
  return async (req: IncomingMessage, res: ServerResponse) => {
    const exchange = createExchange(req, res, parseRequest(req))
    for (const { run } of stages) {
      const pending = run(exchange)
      const result = pending instanceof Promise ? await pending : pending
      if (result === 'responded') return
      if (result) {
        setSecurityHeaders(res)
        return reject(req, res, result)
      }
    }
  }
}
