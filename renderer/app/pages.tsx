import { RouterProvider } from 'react-router/dom';
import { router } from './router';

/** The program itself, once the file is open. */
export function Pages() {
  return <RouterProvider router={router} />;
}
