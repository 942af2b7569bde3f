package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormRecord;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a form says is kept whole, or refused whole: nothing in it vanishes unseen.
class FormsTest {

    @TempDir
    Path temp;

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
    void refusesASecondFormInTheSameFile() {
        Reference witness = open.witness();
        String two = statement(witness, "First.") + "\n" + statement(witness, "Second.");
        assertThatThrownBy(() -> take(two))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        e -> assertThat(e.arguments()).first().isEqualTo("line 3"));
        assertThat(open.archive.testimonies().ofWitness(witness)).isEmpty();
    }

    @Test
    void refusesAFieldThatIsAnsweredTwice() {
        Reference witness = open.witness();
        String twice = statement(witness, "First.").replace("}]}", "}],\n\"paragraphs\": []}");
        assertThatThrownBy(() -> take(twice)).isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(open.archive.testimonies().ofWitness(witness)).isEmpty();
    }

    @Test
    void takesCommentsAfterTheFormForWhatTheyAre() {
        Reference witness = open.witness();
        take(statement(witness, "First.") + "\n// written on the bus\n");
        assertThat(open.archive.testimonies().ofWitness(witness)).hasSize(1);
    }

    @Test
    void refusesAnAmountThatItWouldHaveToRound() {
        String form = """
                {"kind": "payment", "title": "Advance", "form": "payment/1", "protection": "RESTRICTED",
                 "fields": {"amount": 10000000000000000.25}}""";
        assertThatThrownBy(() -> take(form)).isInstanceOf(ArchiveException.InvalidInput.class);
        Reference payment = take(form.replace("00000000000.25", ".25")).reference();
        FormRecord kept = (FormRecord) open.archive.records().open(payment).record();
        assertThat(kept.fields()).containsEntry("amount", 100000.25);
    }

    @Test
    void keepsAndSealsInOneStep() {
        Reference witness = open.witness();
        open.mayBeKept(witness);
        Reference sealed =
                open.archive.forms().take(statement(witness, "First."), true).reference();
        Testimony kept = (Testimony) open.archive.records().open(sealed).record();
        assertThat(kept.sealed()).isTrue();
        assertThat(kept.number()).contains(1);
    }

    @Test
    void keepsNothingOfAStatementThatMayNotBeSealed() {
        Reference witness = open.witness();
        assertThatThrownBy(() -> open.archive.forms().take(statement(witness, "First."), true))
                .isInstanceOf(ArchiveException.NotReady.class);
        assertThat(open.archive.testimonies().ofWitness(witness)).isEmpty();
    }

    private Kept take(String form) {
        return open.archive.forms().take(form, false);
    }

    private static String statement(Reference witness, String words) {
        return """
                {"kind": "%s", "witness": "%s", "title": "Account", "language": "en",
                 "paragraphs": [{"text": "%s"}]}""".formatted(RecordKind.TESTIMONY.code(), witness, words);
    }
}
