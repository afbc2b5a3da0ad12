import { Frame } from '@/components/frame/frame'
import { MissingPage } from '@/components/pages/absent'

/** It isn't told its address, nor so its language: it speaks English and leads to both beginnings. */
export default function NotFound() {
  return (
    <Frame lang="en" here="/">
      <MissingPage lang="en" />
    </Frame>
  )
}
