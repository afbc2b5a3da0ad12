import type { ServerResponse } from 'node:http'
import type { BuildAssets } from '@/server/build-assets'
import type { Stage } from '@/server/exchange'

export const BUILD_ASSETS = '/_next/static/'

/**
 * Answers every request for a build asset, always with the whole file. The query and all headers but Accept-Encoding are
 * ignored. A name carries a hash of its content, so its file never changes, and a file that is not in the build costs
 * nothing.
 */
export const serveBuildAsset = (assets: BuildAssets, setSecurityHeaders: (res: ServerResponse) => void): Stage => ({
  name: 'serve-build-asset',
  run: ({ res, info: { path, encoding } }) => {
    if (!path.startsWith(BUILD_ASSETS)) return
    const asset = assets.get(path)
    if (!asset) return { status: 404, message: 'There is nothing here.' }
    const body = asset.bodies[encoding]
    setSecurityHeaders(res)
    res.setHeader('Content-Type', asset.type)
    res.setHeader('Content-Length', body.length)
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    if (asset.isCompressible) res.setHeader('Vary', 'Accept-Encoding')
    if (body !== asset.bodies.identity) res.setHeader('Content-Encoding', encoding)
    res.end(body)
    return 'responded'
  },
})
