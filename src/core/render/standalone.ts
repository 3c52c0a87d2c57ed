// The frame of a page that stands alone in a file: no script, nothing from elsewhere.
import type { Language } from '../messages/message';
import { line } from './xml';

/** The lines of a page; those of its body are HTML. */
export const standalonePage = (language: Language, title: string, style: string, body: readonly string[]): string =>
  [
    '<!DOCTYPE html>',
    `<html lang="${language === 'en' ? 'en' : 'zh-CN'}">`,
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><title>${line(title)}</title>`,
    `<style>${style}</style></head>`,
    '<body>',
    `<h1>${line(title)}</h1>`,
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');

/** A list of lines of HTML. */
export const itemsOf = (name: string, lines: readonly string[]): string =>
  `<ul class="${name}">${lines.map((one) => `<li>${one}</li>`).join('')}</ul>`;
