import { PEOPLE } from '@/tests/e2e/people'
import { multipart, readPage } from './targets'

/** Signs in an editor as a browser without JavaScript does, and returns the cookies. */
export async function signIn(port: number): Promise<string> {
  const site = `http://localhost:${port}`
  const at = '/admin/sign-in'
  const { forms } = readPage(await (await fetch(site + at)).text(), at)
  const { email, password } = PEOPLE.editor
  const form = forms.find(({ body }) => body?.text.includes('name="password"'))!
  const fields = [...form.body!.text.matchAll(/name="([^"]+)"\r\n\r\n([^]*?)\r\n--/g)].map(
    ([, name, value]): [string, string] => [name!, name === 'email' ? email : name === 'password' ? password : value!],
  )
  const { type, text } = multipart(fields)
  const headers = { 'content-type': type, origin: site }
  const answer = await fetch(site + at, { method: 'POST', headers, body: text, redirect: 'manual' })
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]!)
  if (!cookies.some((one) => one.includes('session_token='))) throw new Error(`Signing in answered ${answer.status}.`)
  return cookies.join('; ')
}
