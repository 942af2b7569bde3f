package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is looked at before a bundle is written is what is written.
class BundlePreviewTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private static String text(DraftPages preview) throws IOException {
        try (SeekableByteChannel channel = preview.open(preview.volumes().getFirst())) {
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // goes on until all of it is there
            }
            try (PDDocument document = Loader.loadPDF(bytes.array())) {
                return new PDFTextStripper().getText(document);
            }
        }
    }

    @Test
    void showsWhatWillBeWritten() throws Exception {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        BundleDraft draft = BundlesTest.draft(statement);

        String previewed;
        try (DraftPages preview =
                open.archive.bundles().preview(draft, Optional.empty(), Choices.NONE, Progress.none())) {
            previewed = text(preview);
            assertThat(preview.places()).extracting(place -> place.mark()).containsExactly("A/1");
            assertThat(preview.pages()).isGreaterThan(5);
        }
        ServedBundle served = open.archive.bundles().write(draft, Choices.NONE, temp.resolve("out"), Progress.none());
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            assertThat(withoutTheLedger(new PDFTextStripper().getText(document)))
                    .isEqualTo(withoutTheLedger(previewed));
        }
    }

    /// The custody schedule tells what happened since.
    private static String withoutTheLedger(String text) {
        return text.replaceAll("(?s)Custody schedule\n.*?(?=Manifest of SHA-256 hashes\n)", "");
    }

    @Test
    void asksNoWitnessForALookInsideTheArchive() throws Exception {
        Reference statement = open.sealedStatement("I no longer want this used.");
        Reference witness = ((Testimony) open.archive.records().open(statement).record()).witness();
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN);

        try (DraftPages preview = open.archive
                .bundles()
                .preview(BundlesTest.draft(statement), Optional.empty(), Choices.NONE, Progress.none())) {
            assertThat(text(preview)).contains("I no longer want this used.");
        }
        assertThat(temp.resolve("out")).doesNotExist();
    }

    static List<String> courts() {
        return Bundles.profiles();
    }

    @ParameterizedTest
    @MethodSource("courts")
    void everyCourtHasADraftToBeginWith(String court) {
        for (Locale language : org.cairn.i18n.Messages.LANGUAGES) {
            BundleDraft draft = Bundles.fromTemplate(court, "Bundle", new LanguageTag(language.getLanguage()));

            assertThat(draft.profile()).isEqualTo(court);
            assertThat(draft.sections())
                    .isNotEmpty()
                    .allMatch(section -> section.exhibits().isEmpty());
            assertThat(Forms.bundle(Forms.written(draft))).isEqualTo(draft);
            assertThat(draft.how().versions())
                    .allMatch(version -> ConsentScope.of(version.scope()).leaves())
                    .allMatch(version -> version.kind() != BundleVersion.PUBLIC
                            || version.scope().equals("PUBLISH_ANON"));
        }
    }
}
