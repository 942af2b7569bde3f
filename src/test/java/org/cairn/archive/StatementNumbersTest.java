package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.Testimony;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.cairn.store.Store;
import org.cairn.store.StoreTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A statement bears one number, whoever prints it and whenever.
class StatementNumbersTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference witness;

    @BeforeEach
    void meetAWitness() {
        open = new OpenArchive(temp);
        witness = open.witness();
        open.mayBeKept(witness);
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void numbersStatementsInTheOrderInWhichTheyAreSealed() {
        Reference first = begun("Begun first.", Protection.RESTRICTED);
        Reference second = begun("Begun second.", Protection.RESTRICTED);
        seal(second);
        seal(first);
        assertThat(statement(second).number()).contains(1);
        assertThat(statement(first).number()).contains(2);
    }

    @Test
    void printsInTheBundleTheNumberThatThePreviewShowed() throws Exception {
        begun("An account that is not sealed yet.", Protection.RESTRICTED);
        Reference sealed = begun("It was in May.", Protection.RESTRICTED);
        byte[] preview = open.archive.testimonies().preview(statement(sealed), witness, Locale.ENGLISH);
        seal(sealed);
        assertThat(heading(preview)).isEqualTo("1");
        assertThat(heading(bundle(sealed))).isEqualTo("1");
    }

    @Test
    void printsTheSameNumberForSomebodyWhoMayNotSeeTheStatementBefore() throws Exception {
        seal(begun("For few eyes.", Protection.SEALED));
        Reference seen = begun("For more eyes.", Protection.RESTRICTED);
        seal(seen);
        assertThat(heading(bundle(seen))).isEqualTo("2");
        open.reopenAs("counsel", Set.of(Role.COUNSEL));
        assertThat(heading(bundle(seen))).isEqualTo("2");
    }

    @Test
    void numbersWhatWasSealedBeforeNumbersWereKeptByItsPlaceAmongTheSealed() {
        Reference old = Reference.parse("T-0002");
        Reference older = Reference.parse("T-0003");
        try (Store store = Store.create(temp.resolve("records.db"), Secret.of(new byte[32]))) {
            store.inTransaction(tx -> {
                keep(tx, OpenArchive.testimony(witness, "Never sealed."));
                keep(tx, OpenArchive.testimony(witness, "Begun before."));
                keep(tx, asSealedBefore("Sealed before."));
                return tx.keep(old, asSealedBefore("Sealed after."), 1, "amina", OpenArchive.NOON);
            });
            store.read(view -> {
                assertThat(StatementNumbers.of(view, older, asSealedBefore(""))).isEqualTo(1);
                assertThat(StatementNumbers.of(view, old, asSealedBefore(""))).isEqualTo(2);
                assertThat(StatementNumbers.next(view, witness)).isEqualTo(3);
                return view;
            });
        }
    }

    @Test
    void takesNoNumberFromAForm() {
        String form = "{\"kind\":\"testimony\",\"witness\":\"" + witness
                + "\",\"paragraphs\":[\"Words.\"],\"sealed\":true,\"number\":7}";
        assertThatThrownBy(() -> open.archive.forms().take(form, true))
                .isInstanceOf(ArchiveException.InvalidInput.class)
                .extracting(e -> ((ArchiveException) e).arguments().getFirst())
                .isEqualTo("testimony.number");
    }

    private Reference begun(String words, Protection protection) {
        return open.archive
                .testimonies()
                .keep(statement(words, protection, false))
                .reference();
    }

    private static void keep(StoreTransaction tx, Testimony statement) {
        tx.keep(tx.next(RecordKind.TESTIMONY), statement, 0, "amina", OpenArchive.NOON);
    }

    private Testimony asSealedBefore(String words) {
        return statement(words, Protection.RESTRICTED, true);
    }

    private Testimony statement(String words, Protection protection, boolean sealed) {
        Testimony plain = OpenArchive.testimony(witness, words);
        return new Testimony(
                plain.witness(),
                plain.title(),
                plain.interviewKind(),
                plain.language(),
                plain.interview(),
                plain.paragraphs(),
                plain.readBack(),
                plain.declarations(),
                plain.signature(),
                plain.interpreterCertificate(),
                plain.translations(),
                protection,
                sealed,
                Optional.empty());
    }

    private void seal(Reference reference) {
        open.archive.testimonies().seal(reference, 1);
    }

    private Testimony statement(Reference reference) {
        return (Testimony) open.archive.records().open(reference).record();
    }

    private byte[] bundle(Reference reference) throws Exception {
        Path folder = temp.resolve("out-" + open.archive.user().name());
        ServedBundle served =
                open.archive.bundles().write(BundlesTest.draft(reference), Choices.NONE, folder, Progress.none());
        return Files.readAllBytes(served.pdf());
    }

    /// The number in the heading of the statement.
    private static String heading(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Matcher number = Pattern.compile("Statement no\\. (\\d+) of this witness")
                    .matcher(new PDFTextStripper().getText(document));
            assertThat(number.find()).isTrue();
            return number.group(1);
        }
    }
}
