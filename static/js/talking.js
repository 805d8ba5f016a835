// What the windows of one talk have in common: the keys, and a line on which they tell each other
// the number of the slide, and nothing of what is on it.

const KEYS = {
  ArrowRight: 'on', ArrowDown: 'on', PageDown: 'on', ' ': 'on', Enter: 'on',
  ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Backspace: 'back',
  Home: 'first', End: 'last', f: 'full', s: 'speak', b: 'blank', '.': 'blank', Escape: 'leave',
}
const PRESSED = ['Enter', ' ']

/** Call `act` with what a key asks for, unless it is meant for a link or a button. */
export function keys(act) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const what = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!what || PRESSED.includes(event.key) && event.target.closest?.('a, button, summary')) return
    event.preventDefault()
    act(event.shiftKey && event.key === ' ' ? 'back' : what)
  })
}

/** Return a line to the other windows of a talk; `hears` says what to do with what they tell. */
export function talking(name, hears) {
  if (!('BroadcastChannel' in window)) return {tell() {}}
  const channel = new BroadcastChannel(`talk-${name}`)
  channel.addEventListener('message', ({data}) => {
    for (const [said, value] of Object.entries(data)) hears[said]?.(value, data)
  })
  return {tell: said => channel.postMessage(said)}
}
