// The container's health check: asks the server for a sign of life. Plain JavaScript, because it runs every half minute.
const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health/live`)
process.exit(ok ? 0 : 1)
