'use client'

/** For a page that fails while the browser navigates; the server's own page is server/stages/error-pages.ts. */
export default function Failed({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="content" className="wrap page">
      <h1>The page could not be made</h1>
      <p className="mt-3">Something went wrong on our side. Nothing was lost. Please try again in a moment.</p>
      <p className="mt-3" lang="es">
        No se pudo preparar la página. Algo falló de nuestro lado. Inténtelo de nuevo en un momento.
      </p>
      <p className="mt-6 inline-list">
        <button type="button" className="button" onClick={reset}>
          Try again <span lang="es">/ Intentar de nuevo</span>
        </button>
        <a href="/admin">
          To the admin area <span lang="es">/ Al área de administración</span>
        </a>
      </p>
    </main>
  )
}
