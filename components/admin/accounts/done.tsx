import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

const NOTICES = ['saved', 'password', 'session', 'sessions', 'codes', 'off'] as const

/** Success notice of the last action. Ignores unknown values of `done`. */
export const Done = ({ lang, done }: { lang: Lang; done: unknown }) => {
  const notice = NOTICES.find((one) => one === done)
  return (
    notice && (
      <p className="admin-done" role="status">
        {adminMessages(lang)(`accounts.done.${notice}`)}
      </p>
    )
  )
}
