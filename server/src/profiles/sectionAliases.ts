import type { SectionForm, SectionRole } from "../model/format";

/** What groups call a section: in English, then German, French, Spanish, Japanese and Chinese. */
const aliases: Readonly<Record<Exclude<SectionRole, "other">, readonly string[]>> = {
  attendees: [
    ..."Attendees|Attendance|Attending|Present|Participants|Roll Call|Introduction of Attendees|In Attendance".split(
      "|",
    ),
    ..."Teilnehmer|Teilnehmende|Teilnehmerinnen und Teilnehmer|Anwesende|Anwesend|Anwesenheit".split("|"),
    ..."Présents|Personnes présentes|Présences|Participantes et participants".split("|"),
    ..."Asistentes|Asistencia|Presentes|Participantes".split("|"),
    ..."出席者|参加者".split("|"),
    ..."参会人员|出席人员|与会人员|参会者|与会者|參與者|與會者|出席人員".split("|"),
  ],
  absent: [
    ..."Regrets|Absent|Absentees|Apologies|Not Present".split("|"),
    ..."Abwesend|Entschuldigt|Absents|Excusés|Ausentes|欠席者|缺席人员|缺席".split("|"),
  ],
  "note taker": [
    ..."Note Taker|Note Takers|Notetaker|Note-taker|Notes by|Scribe|Scribes|Secretary|Minute Taker".split("|"),
    ..."Protokollant|Protokollantin|Protokollführer|Protokollführung|Protokollführerin".split("|"),
    ..."Secrétaire|Secrétaire de séance|Prise de notes".split("|"),
    ..."Secretario|Secretaria|Toma de notas".split("|"),
    ..."書記|議事録作成者|記録者".split("|"),
    ..."记录人|记录员|会议记录人|記錄人|紀錄".split("|"),
  ],
  chair: [
    ..."Chair|Chairs|Chairperson|Co-Chairs|Moderator|Moderators|Facilitator|Host|Hosts".split("|"),
    ..."Sitzungsleitung|Moderation|Présidence|Animateur|Moderador|Presidente|議長|司会|主持人|主席".split("|"),
  ],
  updates: [
    ..."Updates|Update|Subgroup Updates|General Updates|Group Updates|Announcements".split("|"),
    ..."Neuigkeiten|Aktuelles|Ankündigungen".split("|"),
    ..."Nouvelles|Actualités|Mises à jour|Annonces".split("|"),
    ..."Novedades|Actualizaciones|Anuncios".split("|"),
    ..."近況報告|進捗報告|お知らせ".split("|"),
    ..."最新进展|工作进展|更新|最新進展".split("|"),
  ],
  agenda: [
    ..."Agenda|Agenda Items|Topics".split("|"),
    ..."Tagesordnung|Themen|Ordre du jour|Orden del día|Temas|議題|アジェンダ|议程|会议议程|議程".split("|"),
  ],
  notes: [
    ..."Notes|Minutes|Meeting Notes|Meeting Minutes|Discussion|Discussions".split("|"),
    ..."Notizen|Protokoll|Mitschrift|Diskussion|Besprechung".split("|"),
    ..."Compte rendu|Compte-rendu|Procès-verbal|Notes de réunion".split("|"),
    ..."Notas|Acta|Minuta|Discusión".split("|"),
    ..."議事録|メモ|議事".split("|"),
    ..."会议记录|会议纪要|纪要|讨论|會議記錄".split("|"),
  ],
  actions: [
    ..."Action Items|Action Item|Actions|Action|Next Steps|AIs|TODOs|Actions required".split("|"),
    ..."Aufgaben|Maßnahmen|Nächste Schritte|Offene Punkte".split("|"),
    ..."Actions à mener|Points d'action|Prochaines étapes|Tâches".split("|"),
    ..."Acciones|Puntos de acción|Tareas|Próximos pasos".split("|"),
    ..."アクションアイテム|宿題|次のステップ".split("|"),
    ..."行动项|行动事项|待办事项|下一步|行動項目|待辦事項".split("|"),
  ],
  decisions: [
    ..."Decisions|Decisions Made|Resolutions".split("|"),
    ..."Beschlüsse|Entscheidungen|Décisions|Decisiones|Acuerdos|決定事項|决定|决议|决定事项|決議".split("|"),
  ],
};

/** The names of a section in all languages. */
export function namesOf(role: keyof typeof aliases): readonly string[] {
  return aliases[role];
}

/** A section of the role under the given name and all its aliases; `more` are further ones of the group. */
export function sectionOf(
  role: keyof typeof aliases,
  name: string,
  { expected = false, more = [] }: { readonly expected?: boolean; readonly more?: readonly string[] } = {},
): SectionForm {
  return { role, name, aliases: [...aliases[role].filter((alias) => alias !== name), ...more], expected };
}
