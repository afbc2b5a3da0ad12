export type MessageValues = Readonly<Record<string, string | number>>

/** A message key with its values as one text, which can be stored: "publishing.linked?count=3". */
export const messageKey = (code: string, values: MessageValues = {}): string => {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString()
  return query ? `${code}?${query}` : code
}

/** The reverse of `messageKey`; null for any other text. */
export const parseMessageKey = (text: string): { code: string; values: MessageValues } | null => {
  const [, code, query] = /^([a-z]+\.[\w.]+)(?:\?(.*))?$/.exec(text) ?? []
  if (!code) return null
  const number = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : value)
  return {
    code,
    values: Object.fromEntries([...new URLSearchParams(query)].map(([name, value]) => [name, number(value)])),
  }
}
