package org.cairn.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.FieldType;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.SubmissionMapping;

/// Which questions of a stranger's form a statement has a place of its own for, by what they are usually called.
public final class ProposedMapping {

    private static final Set<String> STORY = Set.of(
            "account",
            "narrative",
            "testimony",
            "statement",
            "story",
            "what_happened",
            "whathappened",
            "incident_description",
            "description_of_events",
            "summary",
            "details",
            "publicinfo",
            "récit",
            "recit",
            "témoignage",
            "temoignage",
            "relato",
            "testimonio",
            "declaración",
            "declaracion",
            "показания",
            "рассказ",
            "شهادة",
            "الشهادة",
            "رواية",
            "证词",
            "陈述");
    private static final Set<String> TAKEN = Set.of(
            "interview_date",
            "date_of_interview",
            "interviewdate",
            "interviewdates",
            "date_interview",
            "entrydate",
            "today",
            "date_of_survey",
            "survey_date");
    private static final Set<String> TAKEN_ELSE = Set.of("date", "start", "start_time");
    private static final Set<String> BY = Set.of(
            "interviewer",
            "enumerator",
            "interviewer_name",
            "interviewer_code",
            "enumerator_name",
            "enumerator_id",
            "research_asst_name",
            "author",
            "surveyor",
            "enquêteur",
            "encuestador",
            "username");
    private static final Set<String> WHERE = Set.of("interview_place", "place_of_interview", "interview_location");
    private static final Set<String> LANGUAGE =
            Set.of("language", "lang", "langue", "idioma", "язык", "interview_language");
    private static final Set<String> WHO = Set.of(
            "name",
            "full_name",
            "fullname",
            "respondent_name",
            "respondents_name",
            "respondent",
            "witness_name",
            "interviewee_name",
            "intervieweename",
            "name_of_respondent",
            "victim_name",
            "nom",
            "nombre",
            "имя",
            "фио",
            "姓名",
            "اسم",
            "الاسم",
            "first_name",
            "firstname",
            "last_name",
            "lastname",
            "surname",
            "family_name");
    private static final Set<String> REACH = Set.of(
            "phone",
            "telephone",
            "phone_number",
            "mobile",
            "email",
            "contact",
            "contact_number",
            "address",
            "téléphone",
            "teléfono",
            "телефон",
            "هاتف",
            "电话");

    /// What stands inside a group that is a name, and is no name by itself.
    private static final Set<String> NAME_PARTS = Set.of(
            "first",
            "given",
            "middle",
            "father",
            "grandfather",
            "last",
            "family",
            "prénom",
            "prenom",
            "apellido",
            "apellidos",
            "фамилия",
            "отчество");
    private static final Set<String> REACH_PARTS = Set.of(
            "street",
            "house",
            "number",
            "building",
            "flat",
            "postcode",
            "zip",
            "town",
            "city",
            "village",
            "district",
            "rue",
            "ville",
            "calle",
            "ciudad",
            "улица",
            "город");

    private ProposedMapping() {}

    /// What suits a form by the names of its questions.
    public static SubmissionMapping of(FormDefinition form) {
        List<String> paths = new ArrayList<>();
        List<String> noted = new ArrayList<>();
        walk("", form.fields(), paths, noted);
        boolean martus =
                form.origin().filter(origin -> origin.tool().equals("martus")).isPresent();
        return new SubmissionMapping(
                martus ? among(paths, Set.of("title")) : List.of(),
                among(paths, LANGUAGE),
                Stream.of(among(paths, TAKEN), among(noted, TAKEN), among(paths, TAKEN_ELSE), among(noted, TAKEN_ELSE))
                        .flatMap(List::stream)
                        .toList(),
                among(paths, WHERE),
                among(paths, BY),
                among(paths, STORY),
                amongOrInside(paths, WHO, NAME_PARTS),
                List.of(),
                amongOrInside(paths, REACH, REACH_PARTS),
                List.of(),
                List.of());
    }

    /// Inside a repeat every round says something else: nothing of it is one thing of the statement.
    private static void walk(String path, List<FormField> fields, List<String> asked, List<String> noted) {
        for (FormField field : fields) {
            if (field.type() == FieldType.GROUP) {
                walk(path + field.name() + ".", field.fields(), asked, noted);
            } else if (field.type().asked()) {
                asked.add(path + field.name());
            } else if (field.type() == FieldType.COMPUTED) {
                noted.add(path + field.name());
            }
        }
    }

    private static List<String> among(List<String> paths, Set<String> names) {
        return paths.stream().filter(path -> names.contains(last(path))).toList();
    }

    /// Also the parts of a group that is called so.
    private static List<String> amongOrInside(List<String> paths, Set<String> names, Set<String> parts) {
        return paths.stream()
                .filter(path -> {
                    int dot = path.lastIndexOf('.');
                    return names.contains(last(path))
                            || (dot > 0 && parts.contains(last(path)) && names.contains(last(path.substring(0, dot))));
                })
                .toList();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
    }
}
