package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.sign.TestAuthority;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.served.ServedBundle;
import org.cairn.domain.served.TimeAsked;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an archive keeps of the times that authorities attest for its bundles.
class BundleTimesTest {

    private static final Instant LATER = Instant.parse("2026-03-05T12:00:00Z");
    private static final TestAuthority AUTHORITY = new TestAuthority();

    @TempDir
    Path temp;

    private OpenArchive open;
    private ServedBundle served;

    @BeforeEach
    void serve() {
        open = new OpenArchive(temp);
        Reference statement = open.sealedStatement("They promised ten thousand.");
        served = open.archive
                .bundles()
                .write(
                        BundlesTest.draft(statement),
                        Optional.empty(),
                        Set.of(),
                        Choices.NONE,
                        Optional.of(new BundleKey.OfArchive()),
                        temp.resolve("out"),
                        Progress.none())
                .getFirst();
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private List<CustodyEvent> lines() {
        return open.archive.custody().events(Optional.empty(), 0, 1000).stream()
                .filter(line -> line.action().equals("TIME_ATTESTED"))
                .toList();
    }

    private TimeAsked ask(boolean detached) {
        return BundleTimes.ask(served.pdf(), Optional.empty(), detached, new Random(7));
    }

    private void attachAndNote(TimeAsked asked) {
        open.archive
                .bundleTimes()
                .attachAndNote(
                        served.pdf(), Optional.empty(), asked.request(), AUTHORITY.reply(asked.request(), LATER));
    }

    private void assertAllMet() {
        assertThat(Bundles.readBack(served.pdf(), Optional.of(served.manifest()))
                        .broken())
                .isZero();
    }

    @Test
    void tiesTheNewHashToTheOneThatWasServed() throws IOException {
        attachAndNote(ask(false));
        Fingerprint now = Fingerprint.of(Files.readAllBytes(served.pdf()));

        assertThat(now).isNotEqualTo(served.fingerprint());
        assertThat(lines()).singleElement().satisfies(line -> {
            Reference serving =
                    Reference.parse(Objects.requireNonNull(line.details().get("serving")));
            assertThat(open.archive
                            .bundles()
                            .serving(serving)
                            .volumes()
                            .getFirst()
                            .hash())
                    .isEqualTo(served.fingerprint());
            assertThat(line.subject())
                    .contains(open.archive.bundles().serving(serving).draft());
            assertThat(line.details())
                    .containsEntry("before", served.fingerprint().hex())
                    .containsEntry("sha256", now.hex())
                    .containsEntry("attestedTime", LATER.toString())
                    .containsEntry("authority", "CN=Test Time");
        });
        assertAllMet();
    }

    @Test
    void saysItOnceHoweverOftenItIsDone() {
        TimeAsked asked = ask(false);
        byte[] reply = AUTHORITY.reply(asked.request(), LATER);
        // somebody had done it without the archive
        BundleTimes.attach(served.pdf(), Optional.empty(), asked.request(), reply);
        for (int i = 0; i < 2; i++) {
            open.archive.bundleTimes().attachAndNote(served.pdf(), Optional.empty(), asked.request(), reply);
        }

        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.details())
                        .containsEntry("before", served.fingerprint().hex()));
        assertAllMet();
    }

    @Test
    void saysOfWhichManifestTheTimeIs() throws IOException {
        attachAndNote(ask(true));

        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.details())
                        .containsEntry(
                                "manifest",
                                Fingerprint.of(Files.readAllBytes(served.manifest()))
                                        .hex())
                        .containsEntry("sha256", served.fingerprint().hex()));
        assertAllMet();
    }

    @Test
    void takesNothingForABundleThatItDidNotWrite() throws IOException {
        TimeAsked asked = ask(false);
        byte[] before = Files.readAllBytes(served.pdf());
        byte[] reply = AUTHORITY.reply(asked.request(), LATER);
        try (OpenArchive other = new OpenArchive(temp.resolve("other"))) {
            assertThatThrownBy(() -> other.archive
                            .bundleTimes()
                            .attachAndNote(served.pdf(), Optional.empty(), asked.request(), reply))
                    .isInstanceOfSatisfying(
                            ArchiveException.InvalidInput.class,
                            refusal -> assertThat(refusal.arguments()).containsExactly("bundle", "notServedHere"));
        }
        assertThat(served.pdf()).hasBinaryContent(before);
    }

    @Test
    void saysWhatIsWrongOfWhat() {
        TimeAsked asked = ask(false);
        assertThatThrownBy(() ->
                        BundleTimes.attach(served.pdf(), Optional.empty(), asked.request(), TestAuthority.refusal()))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("reply", "timeRefused"));
        assertThatThrownBy(() ->
                        BundleTimes.attach(served.pdf(), Optional.empty(), new byte[] {1}, TestAuthority.refusal()))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("request", "notARequest"));
    }

    @Test
    void letsOnlyThoseWriteItDownWhoMayServe() {
        TimeAsked asked = ask(false);
        open.reopenAs("layla", Set.of(Role.ANALYST));

        assertThatThrownBy(() -> attachAndNote(asked)).isInstanceOf(ArchiveException.NotPermitted.class);
    }

    /// Whoever has the file computes the hash that it has since its time was put into it.
    @Test
    void latePagesNameTheFileByTheHashThatItHasNow() throws IOException {
        attachAndNote(ask(false));
        Fingerprint now = Fingerprint.of(Files.readAllBytes(served.pdf()));
        Reference serving =
                open.archive.bundles().servings(0, 1).items().getFirst().reference();
        Reference more = open.sealedStatement("They came again.");
        BundleDraft draft = open.archive
                .bundles()
                .draft(open.archive.bundles().serving(serving).draft());
        BundleDraft late = BundlesTest.draft(draft.references().getFirst(), more)
                .made(new BundleMaking(List.of(), List.of(), false, false, Optional.of(serving)));

        ServedBundle behind = open.archive.bundles().write(late, Choices.NONE, temp.resolve("late"), Progress.none());

        try (PDDocument document = Loader.loadPDF(behind.pdf().toFile())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", ""))
                    .contains(now.hex())
                    .doesNotContain(served.fingerprint().hex());
        }
    }
}
