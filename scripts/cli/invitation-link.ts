/** Prints the way in for the first administrator, as long as there is none. It is shown here and nowhere else. */
export async function invitationLink(url: string): Promise<void> {
  const { firstInvitation } = await import('@/lib/platform/auth/invitations') // it needs the generated client
  const token = await firstInvitation()
  if (token) console.log(`  Make the first administrator's account, once, within a week: ${url}/admin/join/${token}`)
}
