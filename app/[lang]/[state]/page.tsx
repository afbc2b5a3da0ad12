import { type PlaceRoute, addressOf } from './address'
import { placeMetadata, placePage } from './place-page'

export const generateMetadata = async (route: PlaceRoute) => placeMetadata(await addressOf(route))

export default async function Page(route: PlaceRoute) {
  return placePage(await addressOf(route))
}
