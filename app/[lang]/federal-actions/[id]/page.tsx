import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

export const generateMetadata = (route: RecordRoute) => recordMetadata(route, 'federal-actions')

export default function Page(route: RecordRoute) {
  return recordPage(route, 'federal-actions')
}
