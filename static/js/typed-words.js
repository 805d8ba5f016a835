// A page that is not somebody's any more goes at once; the words they had typed and not saved are their own, and stay.

let isLeft = false
const WORDS = 'textarea, input[type="text"], input:not([type])'

const unsavedWords = () => [...document.querySelectorAll(WORDS)]
  .filter(field => !field.readOnly && field.name && field.value.trim() && field.value !== field.defaultValue)
  .map(field => field.value)

function element(name, words = '', more = {}) {
  return Object.assign(document.createElement(name), { textContent: words }, more)
}

/** Leave nothing of the page but words, and the way on. */
function leaveWords(words, way) {
  const section = element('section', '', { className: 'message' })
  section.append(
    element('h1', 'You are not signed in here any more'),
    element('p', 'This was not saved. Copy it before you go on.'),
    ...words.map(each => element('textarea', each, { readOnly: true, rows: 5, ariaLabel: 'What you typed' })),
    element('p'),
  )
  section.lastChild.append(element('a', 'Go on', { href: way, className: 'button' }))
  isLeft = true
  for (const each of document.querySelectorAll('[hx-get], [hx-post]')) window.htmx.trigger(each, 'htmx:abort')
  const main = element('main', '', { id: 'main' })
  main.append(section)
  document.body.className = ''
  document.body.replaceChildren(main)
  document.title = 'orgdesign'
}

document.addEventListener('htmx:before:response', event => {
  const way = event.detail.ctx.response.headers.get('HX-Redirect')
  const words = way?.startsWith('/') ? unsavedWords() : []
  if (isLeft || words.length) event.preventDefault()
  if (words.length) leaveWords(words, way)
})
