export default function Home() {
  return <h1>Local Record</h1>
}
