/** What a measured process says to the bench: one line of JSON, and what it was asked for. */
export const tell = (figures) => console.log(`figures: ${JSON.stringify(figures)}`);
export const asked = () => JSON.parse(process.argv.at(-1));

export const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
