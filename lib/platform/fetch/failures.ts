import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'

/** Why a document can't be read, in words for an editor. */
export const FAILURE = {
  not_an_address: {
    en: 'This is no address that starts with http:// or https://.',
    es: 'No es una dirección que empiece con http:// o https://.',
  },
  credentials: {
    en: 'The address holds a user name or password. Leave them out.',
    es: 'La dirección contiene un usuario o una contraseña. Quítelos.',
  },
  port: { en: 'Only the usual web ports are read.', es: 'Solo se leen los puertos habituales de la web.' },
  private: {
    en: 'The address leads to a private network, and is not read.',
    es: 'La dirección conduce a una red privada y no se lee.',
  },
  unknown_host: {
    en: 'There is no server of that name, or it can’t be found now.',
    es: 'No hay un servidor con ese nombre, o no se encuentra ahora.',
  },
  unreachable: { en: 'The server did not answer.', es: 'El servidor no respondió.' },
  insecure: {
    en: 'The server’s certificate is not valid.',
    es: 'El certificado del servidor no es válido.',
  },
  too_slow: { en: 'The server took too long.', es: 'El servidor tardó demasiado.' },
  too_large: { en: 'The document is too large to read.', es: 'El documento es demasiado grande para leerlo.' },
  redirects: { en: 'The address leads on too many times.', es: 'La dirección redirige demasiadas veces.' },
  status: { en: 'The server answered with an error', es: 'El servidor respondió con un error' },
  damaged: { en: 'What the server sent is damaged.', es: 'Lo que envió el servidor está dañado.' },
  pdf: {
    en: 'It is a PDF, which can’t be read here. The link is kept; paste the words that matter.',
    es: 'Es un PDF, que aquí no se puede leer. Se guarda el enlace; pegue las palabras que importan.',
  },
  type: { en: 'It is no page of text.', es: 'No es una página de texto.' },
  no_text: {
    en: 'No article was found on the page. Paste its text.',
    es: 'No se encontró un artículo en la página. Pegue su texto.',
  },
} as const satisfies Record<string, LocalizedText>
export type FailureCode = keyof typeof FAILURE

/** `detail` is the server's status code, content type or the like. */
export type Failure = { code: FailureCode; detail?: string }

export const failureMessage = ({ code, detail }: Failure, lang: Lang): string =>
  code === 'status' ? `${FAILURE.status[lang]} (${detail}).` : FAILURE[code][lang]

/** A document can't be read. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  constructor(
    readonly failure: Failure,
    /** The last response on the way: its address after redirects, and its status. */
    readonly reached: { url: string; status: number | null } | null = null,
  ) {
    super(failureMessage(failure, 'en'))
  }
}
