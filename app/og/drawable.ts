import type { Picture } from '@/components/public/social-preview/picture'

/**
 * Removes or replaces characters that the fonts don't contain. The library would request fonts for them from an
 * external server, and rendering must not depend on one.
 */
export const drawable = (text: string, characters: ReadonlySet<number>, instead = ''): string =>
  [...text.normalize('NFC')]
    .map((sign) => (/\s/.test(sign) ? ' ' : characters.has(sign.codePointAt(0)!) ? sign : '\0'))
    .join('')
    .replaceAll(/\0+/g, instead)
    .replaceAll(/ {2,}/g, ' ')
    .trim()

/** Characters without a glyph are marked as missing in quotations, and removed elsewhere. */
export function drawablePicture(picture: Picture, characters: ReadonlySet<number>): Picture {
  const plain = (text: string) => drawable(text, characters)
  const { type, main, foot } = picture
  return {
    type: type && plain(type),
    main: everyText(main, (text, name) => (name === 'passages' ? drawable(text, characters, '[…]') : plain(text))),
    foot: everyText(foot, plain),
  }
}

/** The same value with each text in it replaced; names of codes stay. */
function everyText<T>(value: T, replace: (text: string, name: string) => string, name = ''): T {
  if (typeof value === 'string') return (name === 'as' || name === 'code' ? value : replace(value, name)) as T
  if (Array.isArray(value)) return value.map((one) => everyText(one, replace, name)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, everyText(one, replace, key)])) as T
}
