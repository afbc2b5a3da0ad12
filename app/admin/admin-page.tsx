import type { ComponentProps } from 'react'
import { AdminLayout } from '@/components/admin/admin-layout'
import { signOut } from './sign-in/actions'

/** Admin layout with the sign-out action. */
export const AdminPage = (props: Omit<ComponentProps<typeof AdminLayout>, 'signOut'>) => (
  <AdminLayout {...props} signOut={signOut} />
)
