import type { NextConfig } from 'next'

// It is built below .data, and finds its packages in the project's folder.
export default {
  turbopack: { root: process.env.EMPTY_ROOT! },
  outputFileTracingRoot: process.env.EMPTY_ROOT!,
  compress: false,
  poweredByHeader: false,
} satisfies NextConfig
