import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCanonical } from '@/app/og/canonical'
import { ogImage } from '@/components/public/social-preview/og-image'

const path = fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { maxLength: 3 }).map((parts) => `/${parts.join('/')}`)
const version = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined })

test('a picture’s own address does not redirect, however its parameters are encoded, and any other address does', () => {
  fc.assert(
    fc.property(fc.constantFrom('en' as const, 'es' as const), path, version, (lang, page, v) => {
      const address = ogImage(lang, page, v)
      const url = new URL(address, 'http://localhost')
      const encoded = `${url.pathname}?${url.searchParams}`
      for (const same of [address, encoded]) expect(toCanonical(new Request(new URL(same, url)), address)).toBeNull()
      for (const other of [`${address}&x=1`, `${address}&page=/`, address.replace('page=', 'x=&page=')]) {
        const answer = toCanonical(new Request(new URL(other, url)), address)
        expect([answer?.status, answer?.headers.get('location')]).toEqual([308, address])
      }
    }),
  )
})
