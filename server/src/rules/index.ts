import { actionDueInvalid } from "./actions/actionDueInvalid";
import { actionDuplicate } from "./actions/actionDuplicate";
import { actionEmpty } from "./actions/actionEmpty";
import { actionOverdue } from "./actions/actionOverdue";
import { actionOwnerMissing } from "./actions/actionOwnerMissing";
import { actionOwnerUnknown } from "./actions/actionOwnerUnknown";
import { actionUnlisted } from "./actions/actionUnlisted";
import { attendeeDuplicate } from "./attendees/attendeeDuplicate";
import { attendeeNearDuplicate } from "./attendees/attendeeNearDuplicate";
import { attendeesEmpty } from "./attendees/attendeesEmpty";
import { attendeesFenced } from "./attendees/attendeesFenced";
import { attendeesMissing } from "./attendees/attendeesMissing";
import { attendeesTable } from "./attendees/attendeesTable";
import { attendeeUnseparated } from "./attendees/attendeeUnseparated";
import { noteTakerMissing } from "./attendees/noteTakerMissing";
import { noteTakerUnlisted } from "./attendees/noteTakerUnlisted";
import { headingLost } from "./layout/headingLost";
import { indentMixed } from "./layout/indentMixed";
import { invisibleCharacter } from "./layout/invisibleCharacter";
import { listLost } from "./layout/listLost";
import { placeholder } from "./layout/placeholder";
import { templateLine } from "./layout/templateLine";
import { sectionDuplicate } from "./sections/sectionDuplicate";
import { sectionEmpty } from "./sections/sectionEmpty";
import { sectionMissing } from "./sections/sectionMissing";
import { sectionName } from "./sections/sectionName";
import { sectionOrder } from "./sections/sectionOrder";
import { topicWithoutDecision } from "./sections/topicWithoutDecision";
import { suppressionUnused } from "./suppressions/suppressionUnused";
import { titleDate } from "./title/titleDate";
import { titleDateField } from "./title/titleDateField";
import { titleDateFilename } from "./title/titleDateFilename";
import { titleMissing } from "./title/titleMissing";
import { titleYear } from "./title/titleYear";
import { speakerAmbiguous } from "./turns/speakerAmbiguous";
import { speakerMisspelt } from "./turns/speakerMisspelt";
import { speakerUnknown } from "./turns/speakerUnknown";
import { speakerUnlistedKnown } from "./turns/speakerUnlistedKnown";
import { turnEmpty } from "./turns/turnEmpty";
import { turnFormat } from "./turns/turnFormat";
import { turnGap } from "./turns/turnGap";
import { turnMerged } from "./turns/turnMerged";
import { turnUnfinished } from "./turns/turnUnfinished";

/** Every rule, by family, in the order of their pages. */
export const rules = [
  titleMissing,
  titleDate,
  titleDateFilename,
  titleDateField,
  titleYear,
  attendeesMissing,
  attendeesEmpty,
  attendeesTable,
  attendeesFenced,
  attendeeDuplicate,
  attendeeNearDuplicate,
  attendeeUnseparated,
  noteTakerMissing,
  noteTakerUnlisted,
  sectionMissing,
  sectionOrder,
  sectionDuplicate,
  sectionName,
  sectionEmpty,
  topicWithoutDecision,
  speakerUnknown,
  speakerUnlistedKnown,
  speakerMisspelt,
  speakerAmbiguous,
  turnFormat,
  turnEmpty,
  turnMerged,
  turnUnfinished,
  turnGap,
  actionOwnerMissing,
  actionOwnerUnknown,
  actionEmpty,
  actionUnlisted,
  actionDuplicate,
  actionDueInvalid,
  actionOverdue,
  placeholder,
  templateLine,
  headingLost,
  listLost,
  indentMixed,
  invisibleCharacter,
  suppressionUnused,
] as const;

/** The id of a rule. */
export type RuleId = (typeof rules)[number]["id"];
