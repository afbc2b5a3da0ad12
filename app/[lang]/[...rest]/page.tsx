import { langOf } from '../lang'
import { missing, missingMetadata } from '../not-found-pages'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) => missingMetadata(langOf((await params).lang))

/** Catch-all route for unknown public paths. */
export default async function Page({ params }: Props) {
  return missing(langOf((await params).lang))
}
