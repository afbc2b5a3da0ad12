import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

const NOTICES = ['uninvited', 'role', 'deactivated', 'reactivated', 'ended', 'unreset', 'saved'] as const

export const PeopleDone = ({ lang, done }: { lang: Lang; done: unknown }) => {
  const notice = NOTICES.find((one) => one === done)
  return (
    notice && (
      <p className="admin-done" role="status">
        {adminMessages(lang)(`people.done.${notice}`)}
      </p>
    )
  )
}
