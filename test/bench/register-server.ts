// yaml-language-server with one register of ours open, around it a project of its own with our schemas.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { languageServer } from './language-server';
import { yamlLanguageServer } from './peer';
import { scratch } from './processes';
import { writeSchemas } from './schemas';

export async function registerServer(file: string, register: string) {
  const folder = scratch();
  const root = path.join(folder, 'project');
  mkdirSync(root);
  const server = await languageServer(yamlLanguageServer(), root, writeSchemas(path.join(folder, 'schemas')));
  await server.open(file, register);
  return {
    server,
    end: async (): Promise<void> => {
      await server.end();
      rmSync(folder, { recursive: true });
    },
  };
}
