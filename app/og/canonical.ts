/**
 * The redirect to a picture's one address, from any other way to write it: unknown parameters, another order, values that
 * are ignored. Otherwise each of them would be drawn and cached as another picture. Null at that address. Parameters are
 * compared decoded, because Next encodes them anew.
 */
export const toCanonical = (request: Request, address: string): Response | null => {
  const asked = new URL(request.url).searchParams.toString()
  if (asked === new URL(address, request.url).searchParams.toString()) return null
  return new Response(null, {
    status: 308,
    headers: { Location: address, 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*' },
  })
}
