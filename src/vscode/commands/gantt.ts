// Show Gantt Chart: the plan of the project at hand, in a panel.
import { chosenProject, type Command } from '../command';
import { firstGantt } from '../gantt-panel';

export const showGantt: Command = async (at) => {
  const folder = await chosenProject(at);
  if (folder) at.gantt.open(firstGantt(folder));
};
