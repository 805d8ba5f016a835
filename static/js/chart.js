// Pan, zoom and the way from box to box. A stage holds a sheet, which is moved and scaled as a whole:
// the browser lays the chart out once, and again, sharp, when it has come to rest.

const LEAST = 0.02, MOST = 4, READABLE = 0.45, STEP = 1.25, EDGE = 16, REST = 160, ARROW = 60
const views = new WeakMap(), rests = new WeakMap()

const every = document.getElementsByClassName('stage')  // the browser keeps it, where nothing changed
export const stages = () => [...every]
export const chartOf = stage => stage.querySelector('svg.chart')
const sheetOf = stage => stage.querySelector('.sheet')

/** Where the chart stands in its stage: the corner of the sheet in pixels, and how large it is. */
export const viewOf = stage => views.get(stage) ?? {x: 0, y: 0, k: 1}

/** How large a chart is at its own size. */
export function size(stage) {
  const box = chartOf(stage)?.viewBox.baseVal
  return box ? [box.width, box.height] : [1, 1]
}

// Some of the chart is always in sight.
function within({x, y, k}, stage) {
  const [width, height] = size(stage), keep = 80
  const clamp = (at, long, room) => Math.min(room - keep, Math.max(keep - long * k, at))
  return {x: clamp(x, width, stage.clientWidth), y: clamp(y, height, stage.clientHeight), k}
}

/** Put the chart somewhere in its stage. */
export function place(stage, view) {
  const at = within(view, stage), sheet = sheetOf(stage)
  views.set(stage, at)
  sheet.style.transform = `translate(${at.x}px, ${at.y}px) scale(${at.k})`
  sheet.classList.add('in-motion')
  clearTimeout(rests.get(stage))
  rests.set(stage, setTimeout(() => sheet.classList.remove('in-motion'), REST))
  stage.dispatchEvent(new CustomEvent('chart:view', {bubbles: true}))
}

/** Zoom a stage to a scale, keeping the point (in pixels from its corner) where it is. */
export function zoom(stage, scale, point = [stage.clientWidth / 2, stage.clientHeight / 2]) {
  if (!chartOf(stage)) return
  const {x, y, k} = viewOf(stage), next = Math.min(MOST, Math.max(LEAST, scale))
  place(stage, {x: point[0] - (point[0] - x) * next / k, y: point[1] - (point[1] - y) * next / k, k: next})
}

/** Move the chart by some pixels. */
export function pan(stage, dx, dy) {
  const {x, y, k} = viewOf(stage)
  place(stage, {x: x + dx, y: y + dy, k})
}

/** Take note of a chart that was swapped, at the same place and scale. */
export const resize = stage => { if (chartOf(stage)) place(stage, viewOf(stage)) }

// What lies over the stage, such as the panel and the chips, leaves this much of it free.
function room(stage) {
  const view = stage.getBoundingClientRect(), free = {left: EDGE, top: EDGE, right: EDGE, bottom: EDGE}
  if (!('canvas' in stage.dataset)) return free
  // The drawing has a margin of its own.
  free.left = free.right = 4
  free.top = stage.closest('.both') ? 80 : 40
  free.bottom = Math.max(36, (document.getElementById('legend')?.offsetHeight ?? 0) + 4)
  const panel = document.querySelector('#panel .panel-body')?.getBoundingClientRect()
  if (panel && panel.left > view.left + view.width / 3 && panel.left < view.right) free.right = view.right - panel.left + EDGE
  else if (panel && panel.top > view.top + EDGE && panel.top < view.bottom) free.bottom = view.bottom - panel.top + EDGE
  return free
}

function fitting(stage, free = room(stage)) {
  const [width, height] = size(stage)
  return Math.min((stage.clientWidth - free.left - free.right) / width, (stage.clientHeight - free.top - free.bottom) / height, 1.4)
}

// The whole chart in the middle, or where it is wider than the stage, the box that all hangs from;
// a journey from its start.
function centre(stage) {
  const root = chartOf(stage)?.querySelector('.desired, .organisation, .node')
  if (!root) return
  const {k} = viewOf(stage), [width, height] = size(stage), free = room(stage)
  const wide = stage.clientWidth - free.left - free.right, high = stage.clientHeight - free.top - free.bottom
  let x = free.left + (wide - width * k) / 2
  if (width * k > wide + 1) {
    const at = root.getBoundingClientRect(), view = stage.getBoundingClientRect()
    const middle = at.left + at.width / 2 - view.left - viewOf(stage).x
    x = stage.dataset.from === 'left' ? free.left : stage.clientWidth / 2 - middle
  }
  place(stage, {x, y: free.top + Math.max(0, Math.min((high - height * k) / 2, 40)), k})
}

/** Show the whole chart. */
export function fit(stage) {
  zoom(stage, fitting(stage))
  centre(stage)
}

/** Show a chart as it opens: whole where it is read at every size, else so that letters can be read. */
export function open(stage) {
  if ('canvas' in stage.dataset) return fit(stage)
  const wide = Math.min((stage.clientWidth - 2 * EDGE) / size(stage)[0], 1.2)
  zoom(stage, Math.max(fitting(stage), wide, Number(stage.dataset.least ?? READABLE)))
  centre(stage)
}

const acts = {
  in: stage => zoom(stage, viewOf(stage).k * STEP),
  out: stage => zoom(stage, viewOf(stage).k / STEP),
  fit,
  next: stage => step(stage, 1),
  previous: stage => step(stage, -1),
  left: stage => pan(stage, ARROW, 0),
  right: stage => pan(stage, -ARROW, 0),
  up: stage => pan(stage, 0, ARROW),
  down: stage => pan(stage, 0, -ARROW),
}
const keys = {'+': 'in', '=': 'in', '-': 'out', '0': 'fit', n: 'next', p: 'previous',
  ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down'}

function step(stage, by) {
  const boxes = [...stage.querySelectorAll('.node a')].filter(a => !a.closest('.fold'))
  const here = boxes.indexOf(document.activeElement)
  const next = boxes[here < 0 ? 0 : (here + by + boxes.length) % boxes.length]
  next?.focus({preventScroll: true})
  if (next) reveal(stage, next)
}

/** Move the chart just far enough that an element in it can be seen, clear of what lies over it. */
export function reveal(stage, element) {
  const at = element.getBoundingClientRect(), view = stage.getBoundingClientRect(), free = room(stage)
  const nearest = (low, high, least, most) =>
    low < least ? least - low : high > most ? Math.max(most - high, least - low) : 0
  const dx = nearest(at.left, at.right, view.left + free.left, view.left + stage.clientWidth - free.right)
  const dy = nearest(at.top, at.bottom, view.top + free.top, view.top + stage.clientHeight - free.bottom)
  if (dx || dy) pan(stage, dx, dy)
}

/** Bring an element to the middle, large enough to be read. */
export function bring(stage, element, least = 0) {
  if (viewOf(stage).k < least) zoom(stage, least)
  const at = element.getBoundingClientRect(), view = stage.getBoundingClientRect(), free = room(stage)
  pan(stage, view.left + (stage.clientWidth + free.left - free.right) / 2 - at.left - at.width / 2,
    view.top + (stage.clientHeight + free.top - free.bottom) / 2 - at.top - at.height / 2)
}

// One pointer moves the chart, two pinch it. A box that can be moved is picked up: see move.js.
function hold(stage) {
  const held = new Map()
  let moved = false, spread = 0
  const middle = () => [...held.values()].reduce(([x, y], at) => [x + at[0] / held.size, y + at[1] / held.size], [0, 0])
  const gap = () => { const [a, b] = held.values(); return b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0 }
  stage.addEventListener('pointerdown', event => {
    if (event.button !== 0) return
    if (!held.size) moved = false
    const isPicked = event.pointerType === 'mouse' && !('still' in stage.dataset) && !event.shiftKey && event.target.closest?.('.node.function')
    if (isPicked || (event.pointerType !== 'mouse' && !('canvas' in stage.dataset))) return
    held.set(event.pointerId, [event.clientX, event.clientY])
    spread = gap()
  })
  addEventListener('pointermove', event => {
    if (!held.has(event.pointerId) || document.documentElement.classList.contains('carrying')) return
    const before = middle()
    const [x, y] = held.get(event.pointerId)
    if (!moved && Math.hypot(event.clientX - x, event.clientY - y) < 4) return
    moved = true
    stage.classList.add('dragging')
    held.set(event.pointerId, [event.clientX, event.clientY])
    const now = middle(), view = stage.getBoundingClientRect(), wide = gap()
    pan(stage, now[0] - before[0], now[1] - before[1])
    if (held.size === 2 && spread) zoom(stage, viewOf(stage).k * wide / spread, [now[0] - view.left, now[1] - view.top])
    spread = wide
  })
  const drop = event => {
    held.delete(event.pointerId)
    spread = gap()
    if (!held.size) stage.classList.remove('dragging')
  }
  addEventListener('pointerup', drop)
  addEventListener('pointercancel', drop)
  stage.addEventListener('dragstart', event => event.preventDefault())
  stage.addEventListener('click', event => {
    if (moved) { event.preventDefault(); event.stopImmediatePropagation() }
    moved = false
  }, true)
  stage.addEventListener('dblclick', event => {
    if (event.target.closest?.('.node')) return
    zoom(stage, viewOf(stage).k * 1.6, pointIn(stage, event))
  })
}

const pointIn = (stage, event) => {
  const view = stage.getBoundingClientRect()
  return [event.clientX - view.left, event.clientY - view.top]
}

function wheel(event) {
  const stage = event.currentTarget
  if (!('canvas' in stage.dataset) && !event.ctrlKey && !event.metaKey) return
  event.preventDefault()
  if (event.shiftKey) return pan(stage, -(event.deltaX || event.deltaY), 0)
  const lines = event.deltaMode === 1 ? 16 : 1, speed = event.ctrlKey && Math.abs(event.deltaY) < 40 ? 100 : 400
  zoom(stage, viewOf(stage).k * Math.exp(-event.deltaY * lines / speed), pointIn(stage, event))
}

function press(event) {
  const act = acts[keys[event.key]]
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  act(event.currentTarget)
}

/** Let a stage be moved and zoomed. */
export function begin(stage) {
  if (stage.classList.contains('moves')) return
  stage.classList.add('moves')
  hold(stage)
  stage.addEventListener('wheel', wheel, {passive: false})
  stage.addEventListener('keydown', press)
  // What the browser scrolls to, such as what it finds in the page, is moved to instead.
  stage.addEventListener('scroll', () => {
    const {scrollLeft, scrollTop} = stage
    if (!scrollLeft && !scrollTop) return
    stage.scrollTo(0, 0)
    pan(stage, -scrollLeft, -scrollTop)
  })
  stage.addEventListener('focusin', event => { if (event.target !== stage && event.target.matches(':focus-visible')) reveal(stage, event.target) })
  const buttons = stage.closest('.figure')?.querySelector('.zoom')
  if (buttons) {
    buttons.hidden = false
    buttons.addEventListener('click', event => acts[event.target.dataset.zoom]?.(stage))
  }
  open(stage)
}

/** Zoom every stage on the page, as the buttons of the page ask. */
export const act = name => { for (const stage of stages()) acts[name]?.(stage) }

for (const stage of stages()) begin(stage)
