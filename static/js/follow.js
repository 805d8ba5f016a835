// A page hears of changes by a stream, and asks for what is new when its version is no longer the newest.

const PATIENCE = 500
const pages = () => [...document.querySelectorAll('[data-events]')]
const shown = () => document.querySelector('#place input[name=version]')?.value
const isBehind = () => newest && newest !== shown() || document.querySelector('[data-behind]')
let stream = null, newest = null, again = 0, wasLost = false

// What is told beside the file itself: a part of the page that follows it asks anew.
const topics = () => document.querySelector('meta[name=topics]')?.content.split(' ') ?? []
function askFor(name) {
  for (const part of document.querySelectorAll(`[data-topic~=${name}]`)) part.dispatchEvent(new Event('follow'))
}

function ask() {
  for (const page of pages()) page.dispatchEvent(new Event('follow'))
}

// What is asked may be dropped, or wait for something typed: then it is asked once more.
function keepUp() {
  clearTimeout(again)
  again = 0
  if (!isBehind()) return
  ask()
  again = setTimeout(keepUp, PATIENCE)
}

function open() {
  const address = pages()[0]?.dataset.events
  if (!address || stream || document.hidden) return
  stream = new EventSource(address)
  stream.addEventListener('version', event => {
    newest = event.data
    if (wasLost) ask()  // the page says that nobody answers until an answer comes
    wasLost = false
    keepUp()
  })
  for (const name of topics()) stream.addEventListener(name, () => askFor(name))
  stream.addEventListener('error', () => {
    if (stream?.readyState === EventSource.CLOSED) retry()
    wasLost = true
    ask()
  })
}

// A stream that was refused, as after the server started anew, is not asked for again by itself.
function retry() {
  close()
  setTimeout(open, 2 * PATIENCE)
}

function close() {
  stream?.close()
  stream = null
}

// A browser has six connections for a site: a page that nobody sees needs none.
document.addEventListener('visibilitychange', () => document.hidden ? close() : open())
addEventListener('pagehide', close)
addEventListener('pageshow', open)
document.addEventListener('htmx:after:swap', () => { if (!again) again = setTimeout(keepUp, PATIENCE) })
if (document.readyState === 'complete') open()
