// Every sentence the product says, gathered from one file an area. Each has its English and its Chinese side by side.
import { syntaxMessages } from './syntax';

export const catalogue = { ...syntaxMessages } as const;
