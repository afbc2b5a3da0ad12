import { type PageData, scriptText } from '@/lib/features/json-ld/text'

/** What the page says of itself for programs. It is data: no browser runs it. */
export const JsonLd = ({ data }: { data: PageData }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptText(data) }} />
)
