import { attendeeTable } from "./attendeeTable";
import type { Profile } from "./profile";

/** The profiles that come with Notewright, in the order in which a text is held against them. */
export const builtInProfiles: readonly Profile[] = [attendeeTable];

/** The built-in profile of that id. */
export function findProfile(id: string): Profile | undefined {
  return builtInProfiles.find((profile) => profile.id === id);
}
