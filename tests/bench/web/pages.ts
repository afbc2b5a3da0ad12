import type { Sample } from '../sample'

/** The measured pages by name. */
export const pages = ({ filters, records, places }: Sample): Readonly<Record<string, string>> => ({
  home: '/',
  list: `/statements?${filters[0]!.split('&')[0]}`,
  table: '/statements?view=table',
  place: places[0]!,
  record: records[0]!.path,
  map: '/map',
  compare: `/compare?${places
    .slice(0, 3)
    .map((path) => `place=${path}`)
    .join('&')}`,
  search: '/search?q=detainers',
})
