import type { ReactNode } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { ActionForm } from './action-form'
import type { FormAction } from './form-state'
import { adminMessages } from './admin-messages'

type Props = { lang: Lang; action: FormAction; className?: string; children: ReactNode }

/** ActionForm with error headings in the admin locale. */
export const AdminForm = ({ lang, ...form }: Props) => {
  const t = adminMessages(lang)
  const many = t('frame.problems', { count: 1000 }).replace(/1.?000/, '#')
  return <ActionForm {...form} heading={{ one: t('frame.problems', { count: 1 }), many, whole: t('frame.problem') }} />
}
