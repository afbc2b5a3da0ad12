import '@/components/styles/admin.css'
import '@/components/styles/suggest.css'
import type { ReactNode } from 'react'

export default function Layout({ children }: { children: ReactNode }) {
  return children
}
