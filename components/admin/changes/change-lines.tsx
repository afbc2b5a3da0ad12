import { COMMAND_LABELS } from '@/lib/vocabularies/commands'
import { type ChangeLine, linksIn } from '@/lib/features/history/describe-change'
import type { RecordLabel } from '@/lib/features/editing/labels'
import type { RecordTypeName } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = {
  lang: Lang
  lines: readonly (ChangeLine & { times: number })[]
  /** Record labels by "type/id". */
  names: Readonly<Record<string, RecordLabel>>
  zone: string
}

const MAX_NAMED = 3

/** Audit log lines: time, actor, command and affected records. */
export const ChangeLines = ({ lang, lines, names, zone }: Props) => {
  const t = adminMessages(lang)
  const who = ({ by, byId, command }: ChangeLine) =>
    by ??
    t(byId !== 'visitor' ? 'changes.nobody' : command.startsWith('suggestions.') ? 'changes.reader' : 'changes.byLink')
  const short = (label: string) => (label.length > 90 ? `${label.slice(0, 89)}…` : label)
  return (
    <ol className="changes">
      {lines.map((line) => {
        const links = linksIn(line.detail)
        return (
          <li key={line.id}>
            <time className="quiet figures" dateTime={line.at.toISOString()}>
              {formatTimestamp(line.at, zone, lang)}
            </time>
            <div>
              <strong>{who(line)}</strong> {COMMAND_LABELS[line.command]?.[lang] ?? line.command}
              {line.times > 1 && ` (${t('changes.times', { count: line.times })})`}
              {links.length > 0 && ': '}
              {links.slice(0, MAX_NAMED).map(({ type, id, version }, at) => (
                <span key={`${type}/${id}`}>
                  {at > 0 && ', '}
                  <a href={`/admin/history/${type}/${id}`}>
                    {short(names[`${type}/${id}`]?.label ?? '') ||
                      `${t(`entries.recordType.${type as RecordTypeName}`)} ${id}`}
                  </a>
                  {version !== null && version > 1 && (
                    <span className="quiet"> {t('changes.version', { version })}</span>
                  )}
                </span>
              ))}
              {links.length > MAX_NAMED && ` ${t('changes.more', { count: links.length - MAX_NAMED })}`}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
