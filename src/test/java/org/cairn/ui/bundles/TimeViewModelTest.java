package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.cairn.archive.Bundles;
import org.cairn.archive.ServedAs;
import org.cairn.bundle.sign.TestAuthority;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.TimeAsked;
import org.cairn.domain.served.TimeSaid;
import org.cairn.ui.bundles.TimeViewModel.Attached;
import org.cairn.ui.bundles.TimeViewModel.Standing;
import org.cairn.ui.bundles.WritingViewModel.WrittenVersion;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A time is asked for by a file and taken in by another; what does not fit changes nothing and says why.
@SuppressWarnings("NullAway.Init") // made before each test
class TimeViewModelTest {

    private static final Instant LATER = Instant.parse("2026-03-05T12:00:00Z");
    private static final TestAuthority AUTHORITY = new TestAuthority();

    @TempDir
    Path temp;

    private OnADesk on;
    private TimeViewModel model;
    private WrittenVersion version;
    private Path pdf;

    @BeforeEach
    void write() {
        on = new OnADesk(temp);
        model = new TimeViewModel(on.desk);
    }

    @AfterEach
    void lock() {
        on.close();
    }

    private void serve(boolean signed) {
        var statement = on.open.sealedStatement("They promised ten thousand.");
        Path folder = temp.resolve("out");
        version = signed
                ? AServedBundle.signed(on.desk, statement, folder)
                : AServedBundle.unsigned(on.desk, statement, folder);
        pdf = version.served().pdf();
        model.open(pdf);
    }

    private Path ask() {
        Path request = temp.resolve("bundle.tsq");
        model.ask(request);
        return request;
    }

    private void answer(byte[] reply) {
        try {
            model.replyProperty().set(Files.write(temp.resolve("bundle.tsr"), reply));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        model.attach(true);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Standing standing() {
        return Objects.requireNonNull(model.standingProperty().get());
    }

    private Attached attached() {
        return Objects.requireNonNull(model.attachedProperty().get());
    }

    private Told refusal() {
        return Objects.requireNonNull(model.attachingProperty().get());
    }

    @Test
    void putsTheTimeOfASignatureBesideItAndTellsTheLedger() {
        serve(true);
        assertThat(standing().asked(false)).isEqualTo(TimeAsked.Of.SIGNATURE);
        answer(AUTHORITY.reply(bytes(ask()), LATER));
        assertThat(attached().noted()).isTrue();
        assertThat(attached().taken().written())
                .isEqualTo(version.served().volumes().getFirst().fingerprint());
        assertThat(attached().taken().now()).isEqualTo(Fingerprint.of(bytes(pdf)));
        assertThat(standing().signatures().getFirst().attested().map(TimeSaid::at))
                .contains(LATER);
        assertThat(Bundles.readBack(pdf, Bundles.manifestBeside(pdf)).broken()).isZero();
    }

    @Test
    void isStillFoundAmongWhatWasServedByItsNewHash() {
        serve(true);
        answer(AUTHORITY.reply(bytes(ask()), LATER));
        assertThat(on.open.archive.bundleTimes().servedAs(attached().taken().now()))
                .contains(new ServedAs(
                        version.serving().orElseThrow(),
                        version.served().volumes().getFirst().number()));
    }

    @Test
    void leavesASignedFileAloneWhereThatIsAskedFor() {
        serve(true);
        byte[] before = bytes(pdf);
        model.detachedProperty().set(true);
        assertThat(standing().asked(true)).isEqualTo(TimeAsked.Of.MANIFEST);
        answer(AUTHORITY.reply(bytes(ask()), LATER));
        assertThat(attached().taken().of()).isEqualTo(TimeAsked.Of.MANIFEST);
        assertThat(attached().taken().reply().orElseThrow()).exists();
        assertThat(bytes(pdf)).isEqualTo(before);
    }

    @Test
    void asksForTheTimeOfTheListWhereNobodySigned() {
        serve(false);
        assertThat(standing().asked(false)).isEqualTo(TimeAsked.Of.MANIFEST);
        answer(AUTHORITY.reply(bytes(ask()), LATER));
        assertThat(attached().taken().of()).isEqualTo(TimeAsked.Of.MANIFEST);
    }

    @Test
    void writesNoRequestOverAFile() throws Exception {
        serve(true);
        Path there = Files.writeString(temp.resolve("bundle.tsq"), "mine");
        model.ask(there);
        assertThat(there).hasContent("mine");
        assertThat(model.writtenProperty().get()).isNull();
        assertThat(Objects.requireNonNull(model.askingProperty().get()).kind()).isEqualTo(Told.Kind.DANGER);
    }

    @Test
    void saysWhatDoesNotFitAndChangesNothing() {
        serve(true);
        byte[] before = bytes(pdf);
        byte[] own = bytes(ask());
        answer(TestAuthority.refusal());
        assertThat(refusal().what()).isEqualTo("The time authority refused the request.");
        assertThat(refusal().advice()).startsWith("No file was changed.");

        answer("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(refusal().what()).contains("none of a time authority");

        answer(new byte[1_000_001]);
        assertThat(refusal().what()).contains("none of a time authority");

        model.ask(temp.resolve("second.tsq"));
        answer(AUTHORITY.reply(own, LATER));
        assertThat(refusal().what()).isEqualTo("This is the reply to another request.");

        model.requestProperty().set(pdf);
        answer(AUTHORITY.reply(own, LATER));
        assertThat(refusal().what()).contains("chosen as the request is none");
        assertThat(bytes(pdf)).isEqualTo(before);
        assertThat(model.attachedProperty().get()).isNull();
    }

    @Test
    void offersToDoWithoutTheLedgerWhatAnotherArchiveWrote() throws Exception {
        serve(true);
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        try (OnADesk other = new OnADesk(elsewhere)) {
            TimeViewModel theirs = new TimeViewModel(other.desk);
            theirs.open(pdf);
            theirs.ask(temp.resolve("bundle.tsq"));
            theirs.replyProperty()
                    .set(Files.write(
                            temp.resolve("bundle.tsr"), AUTHORITY.reply(bytes(temp.resolve("bundle.tsq")), LATER)));
            byte[] before = bytes(pdf);
            theirs.attach(true);
            assertThat(theirs.foreignProperty().get()).isTrue();
            assertThat(bytes(pdf)).isEqualTo(before);
            theirs.attach(false);
            assertThat(theirs.foreignProperty().get()).isFalse();
            assertThat(Objects.requireNonNull(theirs.attachedProperty().get()).noted())
                    .isFalse();
        }
    }

    @Test
    void refusesASecondReplyBesideTheFirst() {
        serve(false);
        byte[] request = bytes(ask());
        answer(AUTHORITY.reply(request, LATER));
        answer(AUTHORITY.reply(request, LATER.plusSeconds(60)));
        assertThat(refusal().what()).isEqualTo("Another reply lies beside it already.");
    }

    @Test
    void asksWhichListIsMeantBeforeAnythingElse() throws Exception {
        serve(true);
        Files.copy(version.served().manifest(), pdf.resolveSibling("other-manifest-sha256.txt"));
        model.open(pdf);
        assertThat(standing().several()).isTrue();
        model.against(version.served().manifest());
        assertThat(standing().several()).isFalse();
        answer(AUTHORITY.reply(bytes(ask()), LATER));
        assertThat(attached().noted()).isTrue();
    }

    @Test
    void forgetsWhatWasDoneWithAnotherFile() {
        serve(true);
        ask();
        model.open(temp.resolve("gone.pdf"));
        assertThat(model.standingProperty().get()).isNull();
        assertThat(model.toldProperty().get()).isNotNull();
        assertThat(model.requestProperty().get()).isNull();
        assertThat(model.writtenProperty().get()).isNull();
    }

    /// Every way in which the archive refuses has its own words.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeRefused", "timeOfAnother", "timeUnsound", "timeOfAnotherFile", "notARequest", "notAReply",
                "signatureBroken", "notSigned", "tooLarge", "notInManifest", "severalManifests", "manifestOfAnother",
                "attestedBeside", "notServedHere", "anotherReply", "noPdf"
            })
    void hasWordsForEveryRefusal(String code) {
        Told told = BundleRefusal.told(on.desk, new org.cairn.domain.ArchiveException.InvalidInput("reply", code));
        assertThat(told.what()).doesNotContain("A field is not as it must be");
        assertThat(told.advice()).startsWith("No file was changed. ");
    }
}
