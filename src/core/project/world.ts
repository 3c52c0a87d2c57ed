// What a question may look at: a project at a moment, and what lies around it. Whatever an adapter could not provide
// is unavailable with its reason. Later questions add what they need (a past revision, tags, who changed what).
import type { Path } from '../model/id';
import { type Known, unavailable } from './known';
import type { Past } from './past';
import type { Project } from './project';
import type { Settings } from './settings';

export interface World {
  readonly project: Project;
  readonly settings: Settings;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** The day that figures refer to, such as 2026-11-16: the manifest's `status_date`, else today. */
  readonly asOf: string;
  /** Every file below the project's folder, registers or not. */
  readonly files: Known<ReadonlySet<Path>>;
  /** What git knows of its baselines. */
  readonly past: Known<Past>;
}

/** One value for all: worlds are compared by what they hold, and another ground means that everything is checked again. */
const NO_PAST: Known<Past> = unavailable('missing');

/** The world of a project now; `today` is the day at the project's place. */
export const worldOf = (
  project: Project,
  now: number,
  today: string,
  files: Known<ReadonlySet<Path>>,
  past: Known<Past> = NO_PAST,
): World => ({
  project,
  settings: project.settings,
  now,
  asOf: project.settings.statusDate ?? today,
  files,
  past,
});
