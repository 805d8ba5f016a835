// The outline: Enter a sibling, Tab a child, Alt and arrows to move a line. A line is saved once it is left,
// and the chart beside it follows.

import {begin, fit, stages} from './chart.js'
import './levels.js'

const STEP = '    ', PAUSE = 900
const form = document.getElementById('outline-form'), field = document.getElementById('outline-text')
const say = words => { document.getElementById('saving').textContent = words }
let saved = field.value, timer = 0, isFree = false, isSending = false

function put(start, end, text, from = start + text.length, to = from) {
  field.setSelectionRange(start, end)
  if (!document.execCommand('insertText', false, text)) { field.setRangeText(text, start, end); field.dispatchEvent(new Event('input')) }
  field.setSelectionRange(from, to)
}

// The whole lines in which the selection is.
function lines() {
  const {value, selectionStart, selectionEnd} = field
  const start = value.lastIndexOf('\n', selectionStart - 1) + 1, next = value.indexOf('\n', Math.max(selectionEnd - (selectionEnd > selectionStart ? 1 : 0), start))
  return [start, next < 0 ? value.length : next]
}

function indent(by) {
  const [start, end] = lines(), text = field.value.slice(start, end)
  const changed = by > 0 ? text.replace(/^/gm, STEP) : text.replace(/^(\t| {1,4})/gm, '')
  const isMany = text.includes('\n'), at = Math.max(start, field.selectionStart + (by > 0 ? STEP.length : changed.length - text.length))
  if (changed !== text) put(start, end, changed, isMany ? start : at, isMany ? start + changed.length : at)
}

function move(by) {
  const [start, end] = lines(), {value} = field, text = value.slice(start, end), at = field.selectionStart - start
  if (by < 0) {
    if (!start) return
    const before = value.lastIndexOf('\n', start - 2) + 1
    put(before, end, `${text}\n${value.slice(before, start - 1)}`, before + at)
  } else {
    if (end >= value.length) return
    const after = value.indexOf('\n', end + 1), last = after < 0 ? value.length : after, other = value.slice(end + 1, last)
    put(start, last, `${other}\n${text}`, start + other.length + 1 + at)
  }
  later(PAUSE)
}

function press(event) {
  if (event.key === 'Escape') { isFree = true; return }
  if (event.key === 'Tab' && !isFree) {
    event.preventDefault()
    indent(event.shiftKey ? -1 : 1)
    return later(PAUSE)
  }
  if (event.key !== 'Shift') isFree = false
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault()
    return move(event.key === 'ArrowUp' ? -1 : 1)
  }
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const start = field.value.lastIndexOf('\n', field.selectionStart - 1) + 1
  const lead = /^[ \t]*(?:[-*•] )?/.exec(field.value.slice(start, field.selectionStart))[0]
  put(field.selectionStart, field.selectionEnd, `\n${lead}`)
  later(150)
}

function later(pause) {
  clearTimeout(timer)
  timer = setTimeout(send, pause)
}

async function send() {
  if (isSending) return later(200)
  const text = field.value
  if (text === saved || !text.trim()) return
  isSending = true
  say('Saving…')
  const answer = await fetch(form.action, {method: 'POST', body: new URLSearchParams({text}), headers: {Accept: 'application/json'}}).catch(() => null)
  isSending = false
  const told = await answer?.json().catch(() => null)
  document.getElementById('offline').hidden = Boolean(answer)
  say(answer?.ok ? 'Saved' : told?.told ?? 'Not saved')
  if (answer?.ok) {
    saved = text
    window.htmx.trigger('#follow', 'follow')
  }
}

field.addEventListener('keydown', press)
field.addEventListener('paste', () => later(50))
field.addEventListener('blur', () => later(0))
field.addEventListener('input', () => { if (field.value !== saved) say('Typing…') })
form.addEventListener('submit', () => { saved = field.value })
addEventListener('beforeunload', event => { if (field.value !== saved && field.value.trim()) event.preventDefault() })
document.addEventListener('htmx:after:swap', event => {
  if (event.detail.ctx?.text) for (const stage of stages()) { begin(stage); fit(stage) }
})
