import '@/components/styles/admin.css'
import '@/components/styles/suggest.css'
import type { ReactNode } from 'react'

/** These pages have forms as the admin area has them. */
export default function Layout({ children }: { children: ReactNode }) {
  return children
}
