import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

const SAID = ['uninvited', 'role', 'deactivated', 'reactivated', 'ended', 'unreset', 'saved'] as const

export const PeopleDone = ({ lang, done }: { lang: Lang; done: unknown }) => {
  const said = SAID.find((one) => one === done)
  return (
    said && (
      <p className="admin-done" role="status">
        {adminMessages(lang)(`people.done.${said}`)}
      </p>
    )
  )
}
