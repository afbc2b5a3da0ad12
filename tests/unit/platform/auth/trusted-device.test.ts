import { describe, expect, test } from 'vitest'
import { deviceMark, deviceOf } from '@/lib/platform/auth/trusted-device'
import { set } from '@/lib/platform/settings/settings'

set('AUTH_SECRET', 'a secret of at least thirty-two letters')

describe('the mark of a device', () => {
  test('says which of a person’s devices it is', () => {
    const mark = deviceMark('a@desk.example')
    expect(deviceOf(mark, 'a@desk.example')).toBe(mark.split('.')[0])
    expect(deviceMark('a@desk.example')).not.toBe(mark)
  })
  test('is nothing for another person, and can’t be made up', () => {
    const mark = deviceMark('a@desk.example')
    expect(deviceOf(mark, 'b@desk.example')).toBeNull()
    for (const forged of [undefined, '', '.', 'x', `${mark}x`, `x${mark}`, mark.split('.')[0]])
      expect(deviceOf(forged, 'a@desk.example')).toBeNull()
  })
})
