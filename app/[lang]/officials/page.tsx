import type { ListRoute } from '../read-list'
import { listMetadata, listPage } from '../list-page'

export const generateMetadata = (route: ListRoute) => listMetadata(route, 'officials')

export default function Page(route: ListRoute) {
  return listPage(route, 'officials')
}
