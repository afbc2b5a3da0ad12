import { Field } from '@/components/admin/field'

type Props = { label: string; about: string }

/** New-password field; browsers offer to generate one. */
export function NewPassword({ label, about }: Props) {
  return (
    <Field
      name="password"
      label={label}
      about={about}
      type="password"
      autoComplete="new-password"
      minLength={12}
      required
    />
  )
}
