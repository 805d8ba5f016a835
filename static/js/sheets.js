// The sheets of a view: printed by the browser once all of them are there.

const button = document.getElementById('print-now'), sheets = [...document.querySelectorAll('.paper-sheet')]

async function printed() {
  for (const sheet of sheets) sheet.loading = 'eager'
  await Promise.allSettled(sheets.map(sheet => sheet.decode()))
  print()
}

if (button && sheets.length) {
  button.hidden = false
  button.addEventListener('click', printed)
}
