import { Desk } from '@/app/admin/desk'
import { signedIn } from '@/app/admin/person'
import { deskWords } from '@/components/desk/words'
import { answerWith } from '@/lib/platform/web/status'

type Props = { params: Promise<{ rest: string[] }> }

export default async function Page({ params }: Props) {
  const person = await signedIn(`/admin/${(await params).rest.join('/')}`)
  answerWith(404)
  const t = deskWords(person.lang)
  return (
    <Desk person={person} title={t('frame.notFound')}>
      <p>{t('frame.notFoundText')}</p>
    </Desk>
  )
}
