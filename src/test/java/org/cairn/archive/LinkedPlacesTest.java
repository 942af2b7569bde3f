package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.FieldType;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A link holds a place that its record has, and that stays what it is.
class LinkedPlacesTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void begin() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Reference linked(String place) {
        Optional<Pinpoint> exact = Pinpoint.tryParse(place);
        Reference subject = exact.map(Pinpoint::reference).orElseGet(() -> Reference.parse(place));
        return open.archive
                .elementLinks()
                .add(new ElementLink(subject, exact, "PAL.PURP", Bearing.SUPPORTS))
                .reference();
    }

    private void refused(String place, String reason, String... allowed) {
        assertThatThrownBy(() -> linked(place)).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.arguments()).containsExactly("pinpoint", reason);
            assertThat(refused.allowed()).containsExactly(allowed);
        });
    }

    private Reference statement(boolean sealed, Optional<Answers> answers) {
        Reference witness = open.witness();
        open.mayBeKept(witness);
        Kept kept = open.archive
                .testimonies()
                .keep(OpenArchive.testimony(witness, "They took blood.", "Nobody asked me.", "I signed nothing.")
                        .answering(answers));
        if (sealed) {
            open.archive.testimonies().seal(kept.reference(), kept.revision());
        }
        return kept.reference();
    }

    private Optional<Answers> answers() {
        open.archive
                .ownForms()
                .add(new FormDefinition(
                        "intake",
                        "1",
                        Map.of("en", "Intake"),
                        new LanguageTag("en"),
                        Optional.of(RecordKind.TESTIMONY),
                        List.of(
                                FormField.of("city", FieldType.TEXT, Map.of("en", "City")),
                                FormField.of("year", FieldType.TEXT, Map.of("en", "Year"))),
                        Map.of(),
                        false,
                        Optional.empty()));
        return Answers.of(List.of(new FilledForm("F-0001/1", Map.of("city", "Tashkent", "year", "2014"))));
    }

    @Test
    void isAParagraphOrAnAnswerThatASealedStatementHas() {
        statement(true, answers());
        linked("T-1 ¶3");
        linked("T-1 q. 2");
        refused("T-1 ¶4", "unknownValue", "T-0001 ¶1", "T-0001 ¶3");
        refused("T-1 q. 3", "unknownValue", "T-0001 q. 1", "T-0001 q. 2");
        refused("T-1 p. 1", "unknownValue", "T-0001");
    }

    @Test
    void isNoAnswerWhereNothingWasAnswered() {
        statement(true, Optional.empty());
        refused("T-1 q. 1", "unknownValue", "T-0001");
    }

    @Test
    void isNoPlaceThatMayMoveWhileAStatementIsWritten() {
        Reference statement = statement(false, answers());
        refused("T-1 ¶2", "notSealedYet", "T-0001");
        refused("T-1 q. 1", "notSealedYet", "T-0001");
        linked("T-1");

        open.archive.testimonies().seal(statement, 1);
        linked("T-1 ¶2");
    }

    @ParameterizedTest
    @CsvSource({
        "3, '',    E-1 p. 3,     E-1 p. 4,     E-0001 p. 1,     E-0001 p. 3",
        "0, 61.5,  E-1 00:01:02, E-1 00:01:03, E-0001 00:00:00, E-0001 00:01:02"
    })
    void isWithinWhatWasRead(int pages, String duration, String last, String beyond, String from, String to)
            throws IOException {
        read(pages, Map.of("duration", duration));
        linked(last);
        refused(beyond, "unknownValue", from, to);
    }

    @Test
    void isAnyWhereNobodyCounted() throws IOException {
        read(0, Map.of());
        linked("E-1 p. 9");
        linked("E-1 01:00:00");
        read(0, Map.of("duration", "about an hour"));
        linked("E-1 02:00:00");
    }

    private void read(int pages, Map<String, String> about) throws IOException {
        open.take(OpenArchive.file(temp, "a.txt", "The lantern went out."));
        Reading reading = new Reading(
                ReadingStatus.NO_TEXT, "noText", "application/pdf", pages, 0, Optional.empty(), 0, 0, about);
        open.archive.session().store().inTransaction(tx -> {
            tx.putReading(new Reference(RecordKind.EVIDENCE, 1), reading, List.of());
            return reading;
        });
    }
}
