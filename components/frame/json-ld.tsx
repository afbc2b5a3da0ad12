import { type PageData, scriptText } from '@/lib/domain/json-ld/text'

/** What the page says of itself for programs. It is data: no browser runs it. */
export const JsonLd = ({ data }: { data: PageData }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptText(data) }} />
)
