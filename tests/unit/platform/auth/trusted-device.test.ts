import { describe, expect, test } from 'vitest'
import { trustedDeviceToken, trustedDeviceIn } from '@/lib/platform/auth/trusted-device'
import { set } from '@/lib/platform/settings/settings'

set('AUTH_SECRET', 'a secret of at least thirty-two letters')

describe('the mark of a device', () => {
  test('says which of a person’s devices it is', () => {
    const mark = trustedDeviceToken('a@admin.example')
    expect(trustedDeviceIn(mark, 'a@admin.example')).toBe(mark.split('.')[0])
    expect(trustedDeviceToken('a@admin.example')).not.toBe(mark)
  })
  test('is nothing for another person, and can’t be made up', () => {
    const mark = trustedDeviceToken('a@admin.example')
    expect(trustedDeviceIn(mark, 'b@admin.example')).toBeNull()
    for (const forged of [undefined, '', '.', 'x', `${mark}x`, `x${mark}`, mark.split('.')[0]])
      expect(trustedDeviceIn(forged, 'a@admin.example')).toBeNull()
  })
})
