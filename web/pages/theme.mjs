// Pages without a room follow the choice of light or dark that was made in one.
try {
  const choice = window.localStorage.getItem('meander.theme');
  if (choice === '1' || choice === '2') document.documentElement.dataset.theme = choice === '1' ? 'light' : 'dark';
} catch {
  // Nothing may be kept here: as the system has it.
}
