// Go to definition and to implementations: where a reference leads, and what makes the entity real.
import * as vscode from 'vscode';
import { definition } from '../core/features/definition';
import { implementations } from '../core/features/implementations';
import { askedAt, documents } from './asked';
import type { Contribution } from './editor';
import { locationOf, rangeIn } from './places';

export const languageFeatures: Contribution = ({ projects }) =>
  vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(documents, {
      provideDefinition: async (document, position, token): Promise<vscode.LocationLink[] | undefined> => {
        const at = await askedAt(projects, document, position, token);
        if (!at) return undefined;
        const found = definition(at.project, at.path, at.offset);
        return found?.targets.flatMap((entity) => {
          const location = locationOf(at.folder, entity, at.project);
          if (!location) return [];
          return [
            {
              originSelectionRange: rangeIn(at.file, found.from),
              targetUri: location.uri,
              targetRange: location.range,
            },
          ];
        });
      },
    }),
    vscode.languages.registerImplementationProvider(documents, {
      provideImplementation: async (document, position, token) => {
        const at = await askedAt(projects, document, position, token);
        if (!at) return undefined;
        const found = implementations(at.project, at.path, at.offset);
        return found.flatMap((entity) => locationOf(at.folder, entity, at.project) ?? []);
      },
    }),
  );
