import type { ListRoute } from '../list-address'
import { listMetadata, listPage } from '../list-page'

export const generateMetadata = (route: ListRoute) => listMetadata(route, 'officials')

export default function Page(route: ListRoute) {
  return listPage(route, 'officials')
}
