// In a folder that the person has not trusted git is not run, and the view for its history says so.
import { ui, until } from '../driver';
import { onlyView, run, untilRow } from '../workbench';

describe('the Change History view in Restricted Mode', () => {
  it('says that git is not run', async () => {
    // The view is there once a project is.
    await run('landfall.showProject');
    await untilRow('Project', /^Foundation/);
    await run('landfall.history.focus');
    await onlyView('Change History');
    const pane = '.pane:has(.pane-header[aria-label*="Change History"])';
    await until('the reason', async () =>
      (await ui.texts(pane)).join().includes('The workspace is not trusted, so git is not run.'),
    );
    await ui.screenshot('restricted-history');
  });
});
