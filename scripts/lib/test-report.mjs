/** Prints the suites as a table and the sum as the last line; returns whether everything passed. */
export function printReport(suites) {
  console.log(`\n${row('suite', 'passed', 'failed', 'skipped')}`);
  for (const { name, passed, failed, skipped } of suites) console.log(row(name, passed, failed, skipped));

  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((key) => sum(suites, key));
  const tail = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`\n${passed} passed, ${failed} failed${tail}`);
  return failed === 0 && passed > 0;
}

function row(name, ...cells) {
  return name.padEnd(12) + cells.map((cell) => String(cell).padStart(9)).join('');
}

function sum(suites, key) {
  return suites.reduce((total, suite) => total + suite[key], 0);
}
