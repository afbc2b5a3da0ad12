import { describe, expect, test } from 'vitest'
import { trustedDeviceToken, trustedDeviceIn } from '@/lib/platform/auth/trusted-device'
import { set } from '@/lib/platform/settings/settings'

set('AUTH_SECRET', 'a secret of at least thirty-two letters')

describe('the token of a trusted device', () => {
  test('identifies one device of a user', () => {
    const token = trustedDeviceToken('a@admin.example')
    expect(trustedDeviceIn(token, 'a@admin.example')).toBe(token.split('.')[0])
    expect(trustedDeviceToken('a@admin.example')).not.toBe(token)
  })
  test('is invalid for another user and cannot be forged', () => {
    const token = trustedDeviceToken('a@admin.example')
    expect(trustedDeviceIn(token, 'b@admin.example')).toBeNull()
    for (const forged of [undefined, '', '.', 'x', `${token}x`, `x${token}`, token.split('.')[0]])
      expect(trustedDeviceIn(forged, 'a@admin.example')).toBeNull()
  })
})
