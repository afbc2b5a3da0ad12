import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

const SAID = ['saved', 'password', 'session', 'sessions', 'codes', 'off'] as const

/** What was just done, on the page that it led to; nothing for what no action of ours wrote into the address. */
export const Done = ({ lang, done }: { lang: Lang; done: unknown }) => {
  const said = SAID.find((one) => one === done)
  return (
    said && (
      <p className="admin-done" role="status">
        {adminMessages(lang)(`accounts.done.${said}`)}
      </p>
    )
  )
}
