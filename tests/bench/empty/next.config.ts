import type { NextConfig } from 'next'

// The build is below .data and resolves packages from the project's folder.
export default {
  turbopack: { root: process.env.EMPTY_ROOT! },
  outputFileTracingRoot: process.env.EMPTY_ROOT!,
  compress: false,
  poweredByHeader: false,
} satisfies NextConfig
