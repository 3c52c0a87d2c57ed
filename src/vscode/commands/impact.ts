// Show Impact: what the entry of a row, a link or the cursor touches.
import { chosenEntity, type Command } from '../command';

export const showImpact: Command = async (at, args) => {
  const chosen = await chosenEntity(at, args);
  if (chosen) await at.impact.show(chosen.folder, chosen.entity);
};
