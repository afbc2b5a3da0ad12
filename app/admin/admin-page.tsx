import type { ComponentProps } from 'react'
import { DeskFrame } from '@/components/admin/admin-layout'
import { signOut } from './sign-in/actions'

/** A page of the desk: its frame, with the way out. */
export const Desk = (props: Omit<ComponentProps<typeof DeskFrame>, 'signOut'>) => (
  <DeskFrame {...props} signOut={signOut} />
)
