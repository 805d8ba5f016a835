// A field with a list under it of what its words find: arrows, Enter, Escape, and the mouse.

let lists = 0

/** Let a field offer rows. `find` gives those of a text, `describe` the title of a row and what more is said
 * of it, `choose` takes one; `none` is said where there is none, and `leave` is called by Escape. `stand` puts
 * the list somewhere else than below, and a field that `opens` shows all by an arrow, and takes the first by Enter. */
export function combobox(field, list, {find, describe, choose, none, leave, stand, opens = true}) {
  let at = -1, shown = [], asked = 0
  list.id ||= `offers-${++lists}`

  // Again with each use, as an answer of the server may have taken it away.
  function prepare() {
    if (!list.isConnected) field.after(list)
    if (!stand && field.closest('.field')) list.style.top = `${field.offsetTop + field.offsetHeight + 4}px`
    const said = {role: 'combobox', 'aria-expanded': String(!list.hidden), 'aria-controls': list.id, 'aria-autocomplete': 'list'}
    for (const [name, value] of Object.entries(said)) field.setAttribute(name, value)
  }

  function option(row, place) {
    const item = Object.assign(document.createElement('li'), {id: `${list.id}-${place}`})
    item.setAttribute('role', 'option')
    const [title, more] = describe(row)
    item.append(Object.assign(document.createElement('span'), {className: 'found-title', textContent: title}))
    if (more) item.append(Object.assign(document.createElement('span'), {className: 'found-more', textContent: more}))
    item.addEventListener('pointerdown', event => { event.preventDefault(); take(row) })
    return item
  }

  function mark(next) {
    at = next
    ;[...list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === at)))
    if (at >= 0) { field.setAttribute('aria-activedescendant', `${list.id}-${at}`); list.children[at]?.scrollIntoView({block: 'nearest'}) }
    else field.removeAttribute('aria-activedescendant')
  }

  function close() {
    asked++
    list.hidden = true
    shown = []
    field.setAttribute('aria-expanded', 'false')
    mark(-1)
  }

  async function open(isAll = false) {
    prepare()
    const mine = ++asked, text = field.value
    const rows = text.trim() || isAll ? await find(isAll ? '' : text) : []
    if (mine !== asked) return
    shown = rows
    list.replaceChildren(...shown.map(option))
    if ((text.trim() || isAll) && !shown.length && none) list.append(Object.assign(document.createElement('li'), {className: 'found-none', textContent: none}))
    list.hidden = !list.childElementCount
    stand?.()
    field.setAttribute('aria-expanded', String(!list.hidden))
    mark(shown.length && !isAll && opens ? 0 : -1)
  }

  function take(row) {
    close()
    choose(row)
  }

  function press(event) {
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (opens || shown.length)) {
      event.preventDefault()
      if (shown.length) mark((at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length)
      else open(field.value === field.defaultValue)
    } else if (event.key === 'Enter' && shown[at]) {
      event.preventDefault()
      take(shown[at])
    } else if (event.key === 'Escape' && (opens || !list.hidden)) {
      if (opens) event.stopPropagation()
      close()
      leave()
    }
  }

  prepare()
  field.addEventListener('input', () => open())
  field.addEventListener('blur', close)
  field.addEventListener('keydown', press)
  return {open, close}
}
