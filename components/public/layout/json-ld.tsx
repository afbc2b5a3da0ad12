import { type PageData, scriptText } from '@/lib/features/json-ld/text'

/** JSON-LD structured data. */
export const JsonLd = ({ data }: { data: PageData }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptText(data) }} />
)
