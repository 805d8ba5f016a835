// On a team server: marks on the boxes that are talked about, and answers that keep what is being typed.

const address = document.getElementById('together')?.dataset.marks
const SVG = 'http://www.w3.org/2000/svg'
let marks = {}, asked = 0

async function ask() {
  if (!document.querySelector('.stage') || !address) return
  const turn = ++asked
  const answer = await fetch(address, {headers: {Accept: 'application/json'}}).catch(() => null)
  if (!answer?.ok || turn !== asked) return
  marks = await answer.json()
  draw()
}

function draw() {
  for (const mark of document.querySelectorAll('.talk-mark')) mark.remove()
  for (const [box, count] of Object.entries(marks))
    for (const node of document.getElementsByClassName(box)) if (node instanceof SVGGElement) add(node, count)
}

function add(node, count) {
  const {x, y, width} = node.getBBox()
  const mark = document.createElementNS(SVG, 'g'), circle = document.createElementNS(SVG, 'circle')
  const text = document.createElementNS(SVG, 'text'), title = document.createElementNS(SVG, 'title')
  mark.setAttribute('class', 'talk-mark')
  mark.setAttribute('transform', `translate(${x + width - 2} ${y + 2})`)
  circle.setAttribute('r', 10)
  text.textContent = count > 99 ? '99+' : count
  title.textContent = `${count} open ${count === 1 ? 'thread' : 'threads'}`
  mark.append(circle, text, title)
  node.append(mark)
}

// What others write must not take away what is typed and not sent yet.
function isTyped(part) {
  return [...part.querySelectorAll('textarea, input[name=reason]')].some(field => field.value !== field.defaultValue)
}

document.addEventListener('follow', event => {
  if (event.target.matches?.('[data-topic]') && isTyped(event.target)) event.stopImmediatePropagation()
}, true)

const follower = document.createElement('span')
follower.hidden = true
follower.dataset.topic = 'comments'
follower.addEventListener('follow', ask)
document.body.append(follower)
document.addEventListener('htmx:after:swap', draw)
