package org.cairn.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.FieldType;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;

/// Which answers of another tool's form are what a statement has a place of its own for; all others are kept as
/// answers to that form. Each is a list of paths such as `interview.when`, the first that was answered counts, save
/// for the account, the names and the contacts, where all do.
///
/// @param title the line for lists
/// @param language the language of the account
/// @param date when it was taken
/// @param place where it was taken
/// @param interviewer who took it
/// @param account what the witness said
/// @param name who the witness is: sealed apart
/// @param aliases other names of theirs: sealed apart
/// @param contact how to reach them: sealed apart
/// @param family who their family is: sealed apart
/// @param born when they were born: sealed apart
public record Mapping(
        List<String> title,
        List<String> language,
        List<String> date,
        List<String> place,
        List<String> interviewer,
        List<String> account,
        List<String> name,
        List<String> aliases,
        List<String> contact,
        List<String> family,
        List<String> born) {

    private static final Set<String> STORY = Set.of(
            "account", "narrative", "testimony", "statement", "story", "what_happened", "whathappened", "incident_description",
            "description_of_events", "summary", "details", "publicinfo", "récit", "recit", "témoignage", "temoignage",
            "relato", "testimonio", "declaración", "declaracion", "показания", "рассказ", "شهادة", "الشهادة", "رواية", "证词",
            "陈述");
    private static final Set<String> TAKEN = Set.of(
            "interview_date", "date_of_interview", "interviewdate", "interviewdates", "date_interview", "entrydate", "today",
            "date_of_survey", "survey_date");
    private static final Set<String> TAKEN_ELSE = Set.of("date", "start", "start_time");
    private static final Set<String> BY = Set.of(
            "interviewer", "enumerator", "interviewer_name", "interviewer_code", "enumerator_name", "enumerator_id",
            "research_asst_name", "author", "surveyor", "enquêteur", "encuestador", "username");
    private static final Set<String> WHERE = Set.of("interview_place", "place_of_interview", "interview_location");
    private static final Set<String> LANGUAGE = Set.of("language", "lang", "langue", "idioma", "язык", "interview_language");
    private static final Set<String> WHO = Set.of(
            "name", "full_name", "fullname", "respondent_name", "respondents_name", "respondent", "witness_name",
            "interviewee_name", "intervieweename", "name_of_respondent", "victim_name", "nom", "nombre", "имя", "фио", "姓名",
            "اسم", "الاسم", "first_name", "firstname", "last_name", "lastname", "surname", "family_name");
    private static final Set<String> REACH = Set.of(
            "phone", "telephone", "phone_number", "mobile", "email", "contact", "contact_number", "address", "téléphone",
            "teléfono", "телефон", "هاتف", "电话");

    public Mapping {
        title = List.copyOf(title);
        language = List.copyOf(language);
        date = List.copyOf(date);
        place = List.copyOf(place);
        interviewer = List.copyOf(interviewer);
        account = List.copyOf(account);
        name = List.copyOf(name);
        aliases = List.copyOf(aliases);
        contact = List.copyOf(contact);
        family = List.copyOf(family);
        born = List.copyOf(born);
    }

    /// What suits a form by the names of its questions.
    public static Mapping proposed(FormDefinition form) {
        List<String> paths = new ArrayList<>();
        List<String> noted = new ArrayList<>();
        walk("", form.fields(), paths, noted);
        boolean martus = form.origin().filter(origin -> origin.tool().equals("martus")).isPresent();
        return new Mapping(
                martus ? among(paths, Set.of("title")) : List.of(),
                among(paths, LANGUAGE),
                Stream.of(among(paths, TAKEN), among(noted, TAKEN), among(paths, TAKEN_ELSE), among(noted, TAKEN_ELSE))
                        .flatMap(List::stream)
                        .toList(),
                among(paths, WHERE),
                among(paths, BY),
                among(paths, STORY),
                among(paths, WHO),
                List.of(),
                among(paths, REACH),
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
        return paths.stream()
                .filter(path -> names.contains(
                        path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replace('-', '_')))
                .toList();
    }

    @Override
    public String toString() {
        return "Mapping";
    }
}
