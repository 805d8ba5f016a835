// The source pane: what is typed is saved once it can stand, and the chart beside it follows.

import {begin, resize, reveal, stages} from './chart.js'
import {id} from './dom.js'
import {showDrawing, showDrawingLater} from './first-view.js'
import {plain, sourceText} from './source-text.js'

const PAUSE = 600, PATIENCE = 2000
const form = document.getElementById('source-form')

async function start() {
  const asked = sourceText(form.dataset.text), module = import(form.dataset.editor).catch(() => null)
  const opened = await asked, editing = await module
  if (!editing) return location.replace(form.dataset.plain)
  const schema = () => fetch(form.dataset.schema).then(answer => answer.json())
  let saved = opened.text, base = opened.version, sending = null, again = false, timer = 0, chooses = null

  const editor = editing.edit(id('source-place'), {text: saved, name: form.dataset.name, schema, changed, moved})
  stages().forEach(showDrawingLater)
  const isTyped = () => editor.text() !== saved
  document.querySelector('.pane-keys').classList.add('shown')
  id('pane-heading').addEventListener('click', () => editor.focus())

  function changed() {
    clearTimeout(timer)
    if (chooses) return
    say(isTyped() ? 'Typing…' : 'Saved')
    timer = setTimeout(send, PAUSE)
  }

  function say(words, waits = false) {
    if (id('saving').textContent !== words) id('saving').textContent = words
    id('saving').classList.toggle('waits', waits)
  }

  async function send() {
    if (sending) { again = true; return }
    const text = editor.text(), data = new FormData()
    data.set('text', text)
    data.set('base', base)
    say('Saving…')
    sending = ask({method: 'POST', body: data})
    const answer = await sending
    sending = null
    if (answer) took(answer, text)
    if (again) { again = false; changed() }
  }

  async function ask(how = {}) {
    try {
      const answer = await fetch(form.action, {...how, headers: {Accept: 'application/json'}})
      if (!answer.headers.get('Content-Type')?.includes('json')) throw new Error('refused')
      id('offline').hidden = true
      return {status: answer.status, ...await answer.json()}
    } catch {
      id('offline').hidden = false
      say('Not saved', true)
      timer = setTimeout(send, 2000)
      return null
    }
  }

  function took(answer, text) {
    notice(answer.told)
    if (answer.status === 409 && answer.conflict) return conflict(answer)
    const both = plain(answer.text ?? text), isMerged = both !== text
    if (isMerged && !editor.take(both, text)) return changed()  // what was typed since is in the way
    if (isMerged) saved = null
    base = answer.base
    problems(answer, both)
    if (answer.status === 200) {
      saved = both
      say(isTyped() ? 'Typing…' : 'Saved')
      window.htmx?.trigger(id('follow'), 'follow')
      shown()
    } else say(answer.marks.length ? 'Not saved yet: mend the problems' : 'Not saved', true)
  }

  function problems(answer, text) {
    id('typed-problems').innerHTML = answer.problems
    if (text === editor.text()) editor.mark(answer.marks)
  }

  function notice(words) {
    const told = document.createElement('p')
    told.className = 'notice'
    told.textContent = words
    id('notice').replaceChildren(...words ? [told] : [])
  }

  function conflict(answer) {
    chooses = answer
    id('conflict').innerHTML = answer.conflict
    say('Not saved: choose below', true)
  }

  function choose(event) {
    const keep = event.target.closest?.('[data-keep]')?.dataset.keep
    if (!keep || !chooses) return
    event.preventDefault()
    const {theirs} = chooses
    base = chooses.base
    saved = plain(theirs)
    chooses = null
    id('conflict').replaceChildren()
    if (keep === 'theirs') editor.take(theirs)
    editor.focus()
    send()
  }

  // The file was changed elsewhere: where nothing waits to be saved, the text follows.
  async function follow() {
    const version = id('place').querySelector('[name=version]').value
    if (version === base || sending || chooses) return
    if (isTyped()) { clearTimeout(timer); return send() }
    const before = base, answer = await ask()
    if (before !== base) return follow()  // something was saved meanwhile
    if (!answer || answer.text === undefined || isTyped() || answer.base === base) return
    saved = plain(answer.text)
    editor.take(answer.text)
    base = answer.base
    problems(answer, saved)
    say(answer.marks.length ? 'Changed elsewhere, with problems' : 'Changed elsewhere', answer.marks.length > 0)
    if (!answer.marks.length) shown()
  }

  // A file that never had a chart has one now.
  function shown() {
    if (!isTyped() && document.querySelector('.bench.alone')) location.reload()
  }

  // What was typed a moment ago is saved before a link is followed.
  async function leave(event) {
    const link = event.target.closest?.('a[href]'), isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (!link || event.defaultPrevented || !isPlain || !isTyped() || chooses) return
    event.preventDefault()
    clearTimeout(timer)
    while (sending) await sending
    if (isTyped()) await send()
    location.assign(link.getAttribute('href') ?? link.getAttribute('xlink:href'))
  }

  // The box of what the cursor is in stands out in the chart.
  function moved() {
    const [section, name] = editor.path()
    const path = editor.path(), outcome = section === 'outcome' ? path[path.lastIndexOf('outcomes') + 1] : null
    const kind = section === 'functions' && name ? `function-${name}` : path.includes('outcomes') && outcome ? `outcome-${outcome}` : null
    choose_boxes(kind ? [...document.getElementsByClassName(kind)] : [])
  }

  function choose_boxes(boxes) {
    const before = new Set(document.querySelectorAll('.stage .chosen'))
    for (const box of before) if (!boxes.includes(box)) box.classList.remove('chosen')
    for (const box of boxes) {
      box.classList.add('chosen')
      if (!before.has(box) && box.closest('.stage')) reveal(box.closest('.stage'), box)
    }
  }

  function jump(event) {
    const problem = event.target.closest?.('[data-line]'), link = event.target.closest?.('.stage .node a')
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    if (problem) {
      event.preventDefault()
      editor.go(Number(problem.dataset.line), Number(problem.dataset.column))
    } else if (link) {
      const [, kind, name] = /^\w+?-(function|outcome|desired)-?(.*)$/.exec(link.closest('.node').id) ?? []
      if (kind && editor.goTo({kind, id: name})) event.preventDefault()
    }
  }

  document.addEventListener('htmx:after:swap', event => {
    if (!event.detail.ctx?.text) return
    moved()
    follow()
  })
  document.addEventListener('htmx:after:request', () => { id('offline').hidden = true })
  document.addEventListener('htmx:error', event => { if (event.detail.ctx) id('offline').hidden = false })
  document.addEventListener('click', choose)
  document.addEventListener('click', jump)
  document.addEventListener('click', leave)
  form.addEventListener('submit', event => { event.preventDefault(); clearTimeout(timer); send() })
  addEventListener('keydown', event => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    clearTimeout(timer)
    send()
  })
  addEventListener('beforeunload', event => { if (isTyped()) event.preventDefault() })
  const place = new URLSearchParams(location.search)
  if (place.has('line')) editor.go(Number(place.get('line')), Number(place.get('column') ?? 1))
  if (id('typed-problems').querySelector('[data-line]')) problems(await ask() ?? {problems: '', marks: []}, saved)
  follow()
}

document.addEventListener('htmx:after:swap', event => {
  if (event.detail.ctx?.text) for (const stage of stages()) { begin(stage); resize(stage) }
})
// The chart stands beside the text, and comes after it.
setTimeout(() => stages().forEach(showDrawing), form ? PATIENCE : 0)
if (form) start()
