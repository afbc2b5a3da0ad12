/** Prints the link for the first administrator's account while there is none. It is shown nowhere else. */
export async function invitationLink(url: string): Promise<void> {
  const { firstInvitation } = await import('@/lib/platform/auth/invitations') // it needs the generated client
  const token = await firstInvitation()
  if (token) console.log(`  Make the first administrator's account, once, within a week: ${url}/admin/join/${token}`)
}
