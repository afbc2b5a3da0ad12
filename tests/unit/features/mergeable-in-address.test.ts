import { expect, test } from 'vitest'
import { mergeableInAddress } from '@/lib/features/merging/mergeable-in-address'

test.each([
  ['https://site.example/officials/chief00001-ana-pena', { type: 'officials', id: 'chief00001' }],
  ['/es/sources/source0001?version=2', { type: 'sources', id: 'source0001' }],
  ['organizations/police0001.json', { type: 'organizations', id: 'police0001' }],
])('%s names a record', (address, record) => expect(mergeableInAddress(address)).toEqual(record))

test.each(['/statements/statement1', '/officials/short', '/officials/chief00001x', '/constructor/chief00001', ''])(
  '%j names none',
  (address) => expect(mergeableInAddress(address)).toBeNull(),
)
