// After an @ in a comment, the people who can be called: whoever sees what the comment is about.

const list = Object.assign(document.createElement('ul'), {className: 'mention-list', hidden: true, id: 'mention-list'})
list.setAttribute('role', 'listbox')
list.setAttribute('aria-label', 'People who can be called')
let field = null, from = 0, turn = 0, at = 0

function typedName(area) {
  const before = area.value.slice(0, area.selectionStart), sign = before.lastIndexOf('@')
  const is = sign >= 0 && !/[\p{L}\p{N}]$/u.test(before.slice(0, sign)) && !/[\n@]/.test(before.slice(sign + 1))
  return is && before.length - sign <= 40 ? [sign, before.slice(sign + 1)] : null
}

function close() {
  turn++
  list.hidden = true
  list.replaceChildren()
  field?.removeAttribute('aria-activedescendant')
  field?.removeAttribute('aria-controls')
}

function mark(next) {
  at = (next + list.children.length) % list.children.length
  for (const [number, item] of [...list.children].entries()) item.setAttribute('aria-selected', number === at)
  field.setAttribute('aria-activedescendant', list.children[at].id)
}

function take(name) {
  const area = field, end = area.selectionStart
  area.setRangeText(`@${name} `, from, end, 'end')
  close()
  area.focus()
}

async function offer(area) {
  const found = typedName(area), mine = ++turn
  if (!found) return close()
  const address = new URL(area.dataset.people, location.href)
  address.searchParams.set('q', found[1].trim())
  const answer = await fetch(address, {headers: {Accept: 'application/json'}}).catch(() => null)
  const names = answer?.ok ? await answer.json() : []
  if (mine !== turn || document.activeElement !== area) return
  if (!names.length || names.some(name => found[1].toLowerCase().startsWith(`${name.toLowerCase()} `))) return close()
  field = area
  from = found[0]
  area.after(list)
  list.replaceChildren(...names.map((name, number) => {
    const item = Object.assign(document.createElement('li'), {textContent: name, id: `mention-${number}`})
    item.setAttribute('role', 'option')
    item.addEventListener('mousedown', event => { event.preventDefault(); take(name) })
    return item
  }))
  list.hidden = false
  area.setAttribute('aria-controls', list.id)
  mark(0)
}

document.addEventListener('input', event => { if (event.target.matches?.('textarea[data-people]')) offer(event.target) })
document.addEventListener('focusout', event => { if (event.target === field) close() })
document.addEventListener('keydown', event => {
  if (list.hidden || event.target !== field) return
  const act = {ArrowDown: () => mark(at + 1), ArrowUp: () => mark(at - 1), Enter: () => take(list.children[at].textContent), Tab: () => take(list.children[at].textContent), Escape: close}[event.key]
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  act()
}, true)
