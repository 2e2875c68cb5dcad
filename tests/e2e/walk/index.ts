/** What the walk through the main job takes from the end-to-end tests. */
export { resize, windowSizes } from '../support/launch.ts';
export { launchOffice, logIn } from '../support/office.ts';
export { steps } from './steps.ts';
