package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FieldType;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Term;
import org.cairn.domain.Testimony;
import org.cairn.store.RecordJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An organisation adds questions and terms without code, and what was recorded with them stays as it was.
class OwnFormsTest {

    @TempDir
    private Path temp;

    private OpenArchive open;

    @BeforeEach
    void openAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void keepsALaterVersionAsTheNextRevisionAndTheSameOneOnce() {
        Kept first = forms().add(form("1", field("days", FieldType.INTEGER)));
        Kept same = forms().add(form("1", field("days", FieldType.INTEGER)));
        Kept second = forms().add(form("2", field("weeks", FieldType.INTEGER)));
        assertThat(first.reference()).hasToString("F-0001");
        assertThat(same.revision()).isEqualTo(1);
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.revision()).isEqualTo(2);
        open.reopen();
        assertThat(forms().named("F-0001/1")
                        .map(form -> form.fields().getFirst().name()))
                .contains("days");
        assertThat(forms().named("F-0001/2")
                        .map(form -> form.fields().getFirst().name()))
                .contains("weeks");
        assertThat(forms().named("F-0001/3")).isEmpty();
    }

    @Test
    void keepsAnswersOfAStatementThatFitTheForm() {
        forms().add(form("1", field("days", FieldType.INTEGER)));
        Kept kept = open.archive.testimonies().keep(statement(Map.of("days", 40)));
        Testimony read =
                (Testimony) open.reopen().records().open(kept.reference()).record();
        assertThat(read.answers().orElseThrow().forms().getFirst().values()).containsEntry("days", 40);
    }

    @Test
    void refusesAnswersThatDoNotFitAndSaysWhereAndWhy() {
        forms().add(form("1", field("days", FieldType.INTEGER)));
        refused(Map.of("days", "forty"), "answers.F-0001/1.days", "notANumber");
        refused(Map.of("weeks", 3), "answers.F-0001/1.weeks", "unknownField");
    }

    @Test
    void refusesAnswersToAFormThatIsNotThere() {
        refused(Map.of("days", 3), "answers.F-0001/1", "noSuchForm");
    }

    @Test
    void refusesATermThatIsOnNoListAndNamesThoseThatAre() {
        forms().add(form("1", FormField.of("role", FieldType.CHOICE, Map.of()).from("alleged-role")));
        forms().keepTerm("alleged-role", new Term("STOKER", Map.of("en", "stoker")));
        open.archive.testimonies().keep(statement(Map.of("role", "STOKER")));
        assertThatThrownBy(() -> open.archive.testimonies().keep(statement(Map.of("role", "NOBODY"))))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        e -> assertThat(e.allowed()).contains("STOKER", "BROKER"));
    }

    @Test
    void letsAStatementBeWrittenWithoutAWantedAnswerAndSaysItIsMissing() {
        forms().add(form("1", wanted()));
        Kept kept = open.archive.testimonies().keep(statement(Map.of()));
        assertThat(open.archive
                        .testimonies()
                        .missingBeforeSealing(
                                (Testimony) open.archive
                                        .records()
                                        .open(kept.reference())
                                        .record(),
                                Optional.of(kept.reference())))
                .contains("addedQuestions");
        Kept answered = open.archive.testimonies().keep(statement(Map.of("name", "x")));
        assertThat(open.archive
                        .testimonies()
                        .missingBeforeSealing(
                                (Testimony) open.archive
                                        .records()
                                        .open(answered.reference())
                                        .record(),
                                Optional.empty()))
                .doesNotContain("addedQuestions");
    }

    @Test
    void leavesTheJsonOfARecordWithoutAnswersAsItAlwaysWas() {
        Testimony without = OpenArchive.testimony(open.witness(), "I was there.");
        assertThat(RecordJson.canonical(without)).doesNotContain("answers");
    }

    @Test
    void addsNamesAnewAndRetiresTermsWithoutTakingAnythingBack() {
        forms().keepTerm("witness-category", new Term("prison-cook", Map.of("en", "prison cook", "ar", "طباخ السجن")));
        assertThat(forms().codes("witness-category")).contains("victim-survivor", "prison-cook");
        forms().keepTerm("witness-category", new Term("prison-cook", Map.of("en", "cook"), true));
        assertThat(forms().codes("witness-category")).doesNotContain("prison-cook");
        assertThat(forms().terms("witness-category"))
                .extracting(Term::code, Term::retired)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("prison-cook", true));
        Reference kept = forms().called("own-terms").orElseThrow().reference();
        assertThat(open.archive.records().history(kept)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-scope", "protection", "record-kind"})
    void refusesTermsForListsOnWhichRulesHang(String list) {
        Term term = new Term("X", Map.of());
        assertThatThrownBy(() -> forms().keepTerm(list, term)).isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void refusesAChoiceWithoutItsList() {
        FormDefinition form =
                form("1", FormField.of("q", FieldType.CHOICE, Map.of()).from("nowhere"));
        assertThatThrownBy(() -> forms().add(form))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        e -> assertThat(e.arguments()).containsExactly("fields.q.list", "noSuchList"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"person/1", "place/1", "event/1", "payment/1", "medical/1", "medical/2"})
    void bringsTheProgramsOwnFormsInSixLanguages(String name) {
        FormDefinition form = OwnForms.withTheProgram(name).orElseThrow();
        assertThat(form.titles()).containsOnlyKeys("en", "fr", "es", "ar", "ru", "zh");
        assertThat(form.everyField())
                .allSatisfy(field -> assertThat(field.label()).containsOnlyKeys("en", "fr", "es", "ar", "ru", "zh"));
        forms().add(form);
    }

    private void refused(Map<String, Object> values, String field, String reason) {
        assertThatThrownBy(() -> open.archive.testimonies().keep(statement(values)))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        e -> assertThat(e.arguments()).containsExactly(field, reason));
    }

    private Testimony statement(Map<String, Object> values) {
        Reference witness = open.witness();
        return OpenArchive.testimony(witness, "I was there.")
                .answering(Answers.of(List.of(new FilledForm("F-0001/1", values))));
    }

    private static FormField field(String name, FieldType type) {
        return FormField.of(name, type, Map.of("en", name));
    }

    private static FormField wanted() {
        return new FormField(
                "name",
                FieldType.TEXT,
                Map.of(),
                Map.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                false,
                false,
                List.of());
    }

    private static FormDefinition form(String version, FormField field) {
        return new FormDefinition(
                "intake",
                version,
                Map.of("en", "Intake"),
                new LanguageTag("en"),
                Optional.of(RecordKind.TESTIMONY),
                List.of(field),
                Map.of(),
                false,
                Optional.empty());
    }

    private OwnForms forms() {
        return open.archive.ownForms();
    }
}
