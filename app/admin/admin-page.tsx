import type { ComponentProps } from 'react'
import { AdminLayout } from '@/components/admin/admin-layout'
import { signOut } from './sign-in/actions'

/** A page of the admin area: its frame, with the way out. */
export const AdminPage = (props: Omit<ComponentProps<typeof AdminLayout>, 'signOut'>) => (
  <AdminLayout {...props} signOut={signOut} />
)
