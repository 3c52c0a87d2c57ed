// Show Permission Matrix: who may do what in the project at hand, in a panel.
import { chosenProject, type Command } from '../command';
import { firstState } from '../matrix-panel';

export const showMatrix: Command = async (at) => {
  const folder = await chosenProject(at);
  if (folder) at.matrix.open(firstState(folder));
};
