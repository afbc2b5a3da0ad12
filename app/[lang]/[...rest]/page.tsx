import { notFound } from 'next/navigation'

/** Every address that is no page of ours. */
export default function Page() {
  notFound()
}
