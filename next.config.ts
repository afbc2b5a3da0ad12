import type { NextConfig } from 'next'
import { FILE_PATHS } from './lib/platform/http/file-suffixes'

const config: NextConfig = {
  poweredByHeader: false,
  // The server in server/serve.ts compresses finished pages itself.
  compress: false,
  reactStrictMode: true,
  // Named by what it was made from (scripts/build/build.ts), so that builds on two servers are one to their readers.
  generateBuildId: async () => process.env.BUILD_SOURCE ?? null,
  // The addresses of the client scripts (scripts/build/client-scripts.ts).
  env: { CLIENT_SCRIPTS: process.env.CLIENT_SCRIPTS ?? '{}' },
  // No picture is made smaller by the server, so nobody can ask it to.
  images: { unoptimized: true },
  // Readers never meet most of what Next would load at its start, in copies of its own: 30 MB. Paths are case-sensitive in
  // rewrites as everywhere else: /Embed/map has the policy of a page, so it must not be an embed.
  experimental: { preloadEntriesOnStart: false, caseSensitiveRoutes: true },
  // `npm test` checks the types of everything; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino', '@prisma/client', '@prisma/adapter-pg'],
  // The same bytes for every reader: metadata is never streamed into the body for some of them.
  htmlLimitedBots: /.*/,
  // English has one address.
  redirects: async () => [
    { source: '/en', destination: '/', permanent: true },
    { source: '/en/:path*', destination: '/:path*', permanent: true },
  ],
  // English has no prefix in its addresses; inside the app every page lives under its language.
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: [
      // The same address with an ending is the same data as a file.
      { source: `/:path(${FILE_PATHS})`, destination: '/download/:path' },
      // What other sites show in a frame stands apart from the pages around it.
      { source: '/:lang(es)/embed/:path*', destination: '/embed/:lang/:path*' },
      { source: '/embed/:path((?!en/|es/).*)', destination: '/embed/en/:path' },
      { source: '/', destination: '/en' },
      {
        source: '/:path((?!en(?:/|$)|es(?:/|$)|api/|_next/|download/|embed/|admin(?:/|$)).*)',
        destination: '/en/:path',
      },
    ],
    fallback: [],
  }),
}

export default config
