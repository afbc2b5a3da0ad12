import { langOf } from '../lang'
import { missing, missingMetadata } from '../missing'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) => missingMetadata(langOf((await params).lang))

/** Every address that is no page of ours. */
export default async function Page({ params }: Props) {
  return missing(langOf((await params).lang))
}
