// Every sentence the product says, gathered from one file an area. Each has its English and its Chinese side by side.
import { projectMessages } from './project';
import { ruleTitles } from './rules';
import { schemaMessages } from './schema';
import { syntaxMessages } from './syntax';

export const catalogue = { ...projectMessages, ...ruleTitles, ...schemaMessages, ...syntaxMessages } as const;
