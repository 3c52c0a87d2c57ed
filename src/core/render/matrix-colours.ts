// The colours of a matrix on a page of its own, light and dark, as CSS variables. Every text has a contrast of at least
// 4.5 to what it stands on; no meaning is carried by a colour alone.
import { schemeOf } from './scheme';

const light = {
  page: '#ffffff',
  ink: '#1f2328',
  faint: '#59636e',
  line: '#d1d9e0',
  head: '#f2f4f7',
  allow: '#116329',
  'allow-fill': '#dcf5e3',
  deny: '#a40e26',
  'deny-fill': '#ffe5e8',
  unknown: '#7a4b00',
  'unknown-fill': '#fff3cd',
  conflict: '#a40e26',
} as const;

const dark: Record<keyof typeof light, string> = {
  page: '#16191d',
  ink: '#e6edf3',
  faint: '#a3adb8',
  line: '#3d444d',
  head: '#22272e',
  allow: '#7ee2a0',
  'allow-fill': '#12321f',
  deny: '#ffa3ab',
  'deny-fill': '#481a20',
  unknown: '#f2cc60',
  'unknown-fill': '#3b2e0d',
  conflict: '#ff8a95',
};

export const colours = schemeOf(light, dark);
