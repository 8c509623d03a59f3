import { attendeeTable } from "./attendeeTable";
import { callTranscript } from "./callTranscript";
import { delegateTranscript } from "./delegateTranscript";
import { formalMinutes } from "./formalMinutes";
import { generic } from "./generic";
import { linkedMinutes } from "./linkedMinutes";
import type { Profile } from "./profile";
import { scribeBullets } from "./scribeBullets";
import { sectionNotes } from "./sectionNotes";
import { standardsTranscript } from "./standardsTranscript";

/** The profiles that come with Notewright, in the order in which a text is held against them. */
export const builtInProfiles: readonly Profile[] = [
  attendeeTable,
  sectionNotes,
  standardsTranscript,
  delegateTranscript,
  linkedMinutes,
  scribeBullets,
  callTranscript,
  formalMinutes,
  generic,
];

/** The built-in profile of that id. */
export function findProfile(id: string): Profile | undefined {
  return builtInProfiles.find((profile) => profile.id === id);
}
