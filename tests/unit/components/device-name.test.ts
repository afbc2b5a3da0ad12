import { expect, test } from 'vitest'
import { deviceName } from '@/components/admin/accounts/device-name'

import { deviceCookieNames } from '@/lib/platform/auth/trusted-device'

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', 'Safari on macOS'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/143.0 Mobile Safari/604.1', 'Chrome on iPhone'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/143.0 Safari/537.36 Edg/143.0', 'Edge on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/143.0 Safari/537.36', 'Chrome on Linux'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/27.0', 'Samsung Internet on Android'],
  ['curl/8.1', 'Unknown device'],
])('%s is named “%s”', (userAgent, name) => {
  expect(deviceName(userAgent, 'en')).toBe(name)
  // The stored form gives the same name, and contains nothing that identifies a single browser.
  expect(deviceName(deviceCookieNames(userAgent), 'en')).toBe(name)
  expect(deviceCookieNames(userAgent)).not.toMatch(/\d|[()]/)
})
