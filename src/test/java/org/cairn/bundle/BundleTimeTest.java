package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cairn.bundle.insert.MadeBundle;
import org.cairn.bundle.sign.ArchiveKey;
import org.cairn.bundle.sign.FinishedBundle;
import org.cairn.bundle.sign.SignedBy;
import org.cairn.bundle.sign.Signer;
import org.cairn.bundle.sign.SigningException;
import org.cairn.bundle.sign.TestAuthority;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.domain.served.TimeAsked;
import org.cairn.domain.served.TimeAsked.Of;
import org.cairn.domain.served.TimeTaken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Times that authorities attest, asked for and taken by files.
class BundleTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-05T12:00:00Z");
    private static final Random RANDOM = new Random(7);
    private static final TestAuthority AUTHORITY = new TestAuthority();

    @TempDir
    Path folder;

    private Path signed;
    private Path plain;
    private Path manifest;

    @BeforeEach
    void serve() throws IOException, SigningException {
        plain = folder.resolve("plain.pdf");
        signed = folder.resolve("signed.pdf");
        manifest = folder.resolve("signed_manifest-sha256.txt");
        MadeBundle.write(plain, 1, document -> {});
        byte[] secret = new byte[ArchiveKey.SECRET];
        Arrays.fill(secret, (byte) 7);
        Signer signer = ArchiveKey.signer(secret, "Archive 7f3a", TestAuthority.FROM, TestAuthority.UNTIL);
        FinishedBundle.sign(plain, signed, new SignedBy(signer, NOON), "Signature");
        Path original = Files.writeString(folder.resolve("original.txt"), "as it came");
        list(manifest, original, signed, original);
    }

    private void list(Path into, Path... files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            lines.append(hash(file)).append("  ").append(file.getFileName()).append('\n');
        }
        Files.writeString(into, lines);
    }

    private static Fingerprint hash(Path file) throws IOException {
        return Outgoing.hash(file);
    }

    private BundleTime time(Path pdf) {
        return BundleTime.of(pdf, Optional.empty());
    }

    private TimeTaken attach(Path pdf, TimeAsked asked) throws SigningException {
        return attach(pdf, asked, AUTHORITY.reply(asked.request(), LATER));
    }

    private TimeTaken attach(Path pdf, TimeAsked asked, byte[] reply) throws SigningException {
        return time(pdf).attach(asked.request(), reply, taken -> {});
    }

    /// Every file of the folder, hidden ones too.
    private Map<String, Fingerprint> everything() throws IOException {
        Map<String, Fingerprint> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file).toString(), hash(file));
            }
        }
        return all;
    }

    private static void refused(String reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        SigningException.class,
                        refusal -> assertThat(refusal.reasonCode()).isEqualTo(reason));
    }

    private static void invalid(String reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        refusal -> assertThat(refusal.arguments().getLast()).isEqualTo(reason));
    }

    @Test
    void putsTheTimeIntoTheBundleAndItsNewHashIntoTheManifest() throws Exception {
        Fingerprint before = hash(signed);
        List<String> lines = Files.readAllLines(manifest);
        TimeAsked asked = time(signed).ask(false, RANDOM);
        TimeTaken taken = attach(signed, asked);

        assertThat(asked.of()).isEqualTo(Of.SIGNATURE);
        assertThat(taken.said().at()).isEqualTo(LATER);
        assertThat(taken.written()).isEqualTo(before);
        assertThat(taken.now()).isEqualTo(hash(signed)).isNotEqualTo(before);
        CheckedBundle checked = BundleChecker.readBack(signed, Optional.of(manifest));
        assertThat(checked.broken()).isZero();
        assertThat(checked.signatures().getFirst().attested()).isPresent();
        assertThat(Files.readAllLines(manifest))
                .containsExactly(lines.get(0), hash(signed) + "  signed.pdf", lines.get(2));
        assertThat(everything())
                .containsOnlyKeys("original.txt", "plain.pdf", "signed.pdf", "signed_manifest-sha256.txt");
    }

    @Test
    void mendsByRunningAgainWhatWasKilledBetweenTheTwoFiles() throws Exception {
        byte[] before = Files.readAllBytes(signed);
        TimeAsked asked = time(signed).ask(false, RANDOM);
        byte[] reply = AUTHORITY.reply(asked.request(), LATER);
        attach(signed, asked, reply);
        Map<String, Fingerprint> done = everything();
        // the manifest went first: this is how a kill leaves them, with a hidden folder beside
        Files.write(signed, before);
        Files.writeString(
                Files.createDirectory(folder.resolve(".cairn-signed.pdf.part")).resolve("fresh"), "half");
        assertThat(BundleChecker.readBack(signed, Optional.of(manifest)).broken())
                .isNotZero();

        TimeTaken again = attach(signed, asked, reply);

        assertThat(again.written()).isEqualTo(Fingerprint.of(before));
        assertThat(everything()).isEqualTo(done);
    }

    @Test
    void changesNothingWhenItIsDoneAgain() throws Exception {
        Fingerprint before = hash(signed);
        TimeAsked asked = time(signed).ask(false, RANDOM);
        byte[] reply = AUTHORITY.reply(asked.request(), LATER);
        attach(signed, asked, reply);
        Map<String, Fingerprint> done = everything();

        assertThat(attach(signed, asked, reply).written()).isEqualTo(before);
        assertThat(everything()).isEqualTo(done);
    }

    @Test
    void writesNoLineOverThatHasQuiteAnotherHash() throws Exception {
        TimeAsked asked = time(signed).ask(false, RANDOM);
        Files.writeString(manifest, "0".repeat(64) + "  signed.pdf\n");
        Map<String, Fingerprint> before = everything();

        invalid("manifestOfAnother", () -> attach(signed, asked));
        invalid("manifestOfAnother", () -> time(signed).ask(false, RANDOM));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void changesNothingWhereTheLedgerCannotBeTold() throws Exception {
        TimeAsked asked = time(signed).ask(false, RANDOM);
        byte[] reply = AUTHORITY.reply(asked.request(), LATER);
        Map<String, Fingerprint> before = everything();

        assertThatThrownBy(() -> time(signed).attach(asked.request(), reply, taken -> {
                    throw new IllegalStateException("locked");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void keepsTheReplyBesideTheManifestWhereNobodySigned() throws Exception {
        list(folder.resolve("plain_manifest-sha256.txt"), plain);
        Map<String, Fingerprint> before = everything();
        TimeAsked asked = time(plain).ask(false, RANDOM);
        byte[] reply = AUTHORITY.reply(asked.request(), LATER);
        TimeTaken taken = attach(plain, asked, reply);

        assertThat(asked.of()).isEqualTo(Of.MANIFEST);
        assertThat(asked.hash()).isEqualTo(hash(folder.resolve("plain_manifest-sha256.txt")));
        Path kept = folder.resolve("plain_manifest-sha256.txt.tsr");
        assertThat(taken.reply().map(Path::getFileName)).contains(kept.getFileName());
        assertThat(kept).hasBinaryContent(reply);
        Map<String, Fingerprint> after = everything();
        after.remove("plain_manifest-sha256.txt.tsr");
        assertThat(after).isEqualTo(before);
        assertThat(attach(plain, asked, reply).said()).isEqualTo(taken.said());
        assertThatThrownBy(() -> attach(plain, asked, AUTHORITY.reply(asked.request(), NOON)))
                .isInstanceOf(ArchiveException.AlreadyThere.class);
    }

    @Test
    void leavesASignedBundleAsItIsWhereThatIsAskedFor() throws Exception {
        Fingerprint before = hash(signed);
        TimeAsked asked = time(signed).ask(true, RANDOM);
        attach(signed, asked);

        assertThat(asked.of()).isEqualTo(Of.MANIFEST);
        assertThat(hash(signed)).isEqualTo(before);
        assertThat(folder.resolve("signed_manifest-sha256.txt.tsr")).exists();
        assertThat(BundleChecker.readBack(signed, Optional.of(manifest)).broken())
                .isZero();
    }

    @Test
    void endsNoAttestationThatLiesBesideTheManifest() throws Exception {
        attach(signed, time(signed).ask(true, RANDOM));
        TimeAsked asked = time(signed).ask(false, RANDOM);
        Map<String, Fingerprint> before = everything();

        invalid("attestedBeside", () -> attach(signed, asked));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void asksForTheFileItselfWhereThereIsNoManifest() throws Exception {
        TimeAsked asked = time(plain).ask(false, RANDOM);
        attach(plain, asked);

        assertThat(asked.of()).isEqualTo(Of.FILE);
        assertThat(asked.hash()).isEqualTo(hash(plain));
        assertThat(folder.resolve("plain.pdf.tsr")).exists();
    }

    @Test
    void saysWhatIsWrongWithAReplyAndChangesNothing() throws Exception {
        TimeAsked asked = time(signed).ask(false, RANDOM);
        TimeAsked other = time(signed).ask(false, RANDOM);
        TimeAsked elsewhere = time(plain).ask(false, RANDOM);
        byte[] reply = AUTHORITY.reply(asked.request(), LATER);
        Map<String, Fingerprint> before = everything();

        refused(SigningException.TIME_OF_ANOTHER, () -> attach(signed, other, reply));
        refused(
                SigningException.TIME_OF_ANOTHER_FILE,
                () -> attach(signed, elsewhere, AUTHORITY.reply(elsewhere.request(), LATER)));
        refused(SigningException.TIME_OF_ANOTHER_FILE, () -> attach(plain, asked, reply));
        refused(SigningException.TIME_REFUSED, () -> attach(signed, asked, TestAuthority.refusal()));
        refused(SigningException.NOT_A_REPLY, () -> attach(signed, asked, new byte[] {1, 2, 3}));
        refused(SigningException.NOT_A_REQUEST, () -> time(signed).attach(new byte[] {1, 2, 3}, reply, taken -> {}));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void putsNothingBesideASignatureThatDoesNotHold() throws Exception {
        TimeAsked asked = time(signed).ask(false, RANDOM);
        try (FileChannel file = FileChannel.open(signed, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {(byte) 0xC1}), 11);
        }

        refused(SigningException.SIGNATURE_BROKEN, () -> attach(signed, asked));
    }

    @Test
    void asksWhichManifestWhereSeveralNameTheBundle() throws Exception {
        Path other = folder.resolve("copy_manifest-sha256.txt");
        Files.copy(manifest, other);
        Path nothing = Files.writeString(folder.resolve("empty.txt"), "");

        invalid("severalManifests", () -> time(signed));
        invalid("notInManifest", () -> BundleTime.of(signed, Optional.of(nothing)));
        List<TimeTaken> told = new ArrayList<>();
        BundleTime chosen = BundleTime.of(signed, Optional.of(other));
        TimeAsked asked = chosen.ask(true, RANDOM);
        chosen.attach(asked.request(), AUTHORITY.reply(asked.request(), LATER), told::add);
        assertThat(told)
                .singleElement()
                .satisfies(taken -> assertThat(taken.attested()).isEqualTo(hash(other)));
    }
}
