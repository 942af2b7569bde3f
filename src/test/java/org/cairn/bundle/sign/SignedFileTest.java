package org.cairn.bundle.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.domain.served.TimeSaid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedFileTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-05T12:00:00Z");
    private static final Random RANDOM = new Random(7);

    @TempDir
    Path folder;

    private Path plain;
    private Path signed;

    @BeforeEach
    void write() throws IOException {
        plain = folder.resolve("plain.pdf");
        signed = folder.resolve("signed.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 5; i++) {
                document.addPage(new PDPage());
            }
            document.save(plain.toFile());
        }
    }

    private static Signer archive() throws SigningException {
        byte[] secret = new byte[ArchiveKey.SECRET];
        Arrays.fill(secret, (byte) 7);
        return ArchiveKey.signer(secret, "Archive 7f3a", TestAuthority.FROM, TestAuthority.UNTIL);
    }

    private SignatureSaid sign() throws IOException, SigningException {
        FinishedBundle.sign(plain, signed, new SignedBy(archive(), NOON), "Signature");
        return said();
    }

    private SignatureSaid said() throws IOException {
        List<SignatureSaid> all = new SignedFile(signed).signatures();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void signsAFileInItsOnlyRevision() throws Exception {
        SignatureSaid said = sign();

        assertThat(said.sound()).isTrue();
        assertThat(said.wholeFile()).isTrue();
        assertThat(said.selfIssued()).isTrue();
        assertThat(said.subject()).contains("Archive 7f3a");
        assertThat(said.claimed()).contains(NOON);
        assertThat(said.attested()).isEmpty();
        assertThat(new String(Files.readAllBytes(signed), StandardCharsets.ISO_8859_1).split("%%EOF", -1))
                .hasSize(2);
    }

    @Test
    void makesTheSameCertificateAndSignatureOfTheSameSecret() throws Exception {
        assertThat(archive().encoded()).isEqualTo(archive().encoded());
        archive().certificate().verify(archive().certificate().getPublicKey());
        sign();
        Path again = folder.resolve("again.pdf");
        FinishedBundle.sign(plain, again, new SignedBy(archive(), NOON), "Signature");

        assertThat(again).hasSameBinaryContentAs(signed);
    }

    @Test
    void seesEveryByteThatIsChanged() throws Exception {
        sign();
        byte[] bytes = Files.readAllBytes(signed);
        for (int place : new int[] {20, bytes.length / 4, bytes.length - 8}) {
            byte[] changed = bytes.clone();
            changed[place] ^= 1;
            Files.write(signed, changed);
            boolean noticed;
            try {
                noticed = new SignedFile(signed)
                        .signatures().stream().noneMatch(said -> said.sound() && said.wholeFile());
            } catch (IOException broken) {
                noticed = true;
            }

            assertThat(noticed).as("byte %d of %d", place, bytes.length).isTrue();
        }
    }

    @Test
    void seesThatSomethingWasAddedAfterwards() throws Exception {
        sign();
        Files.writeString(signed, "\n% added later\n%%EOF\n", StandardOpenOption.APPEND);

        assertThat(said().sound()).isTrue();
        assertThat(said().wholeFile()).isFalse();
    }

    @Test
    void saysNothingOfAFileThatIsNotSigned() throws IOException {
        assertThat(new SignedFile(plain).signatures()).isEmpty();
        assertThatThrownBy(() -> new SignedFile(plain).request(RANDOM))
                .isInstanceOfSatisfying(
                        SigningException.class, e -> assertThat(e.reasonCode()).isEqualTo(SigningException.NOT_SIGNED));
    }

    @Test
    void signsNoFileTwice() throws Exception {
        sign();
        Path again = folder.resolve("again.pdf");

        assertThatThrownBy(() -> FinishedBundle.sign(signed, again, new SignedBy(archive(), NOON), "Signature"))
                .isInstanceOf(SigningException.class);
        assertThat(again).doesNotExist();
    }

    @Test
    void takesAKeyFromAFileAndWipesThePassword() throws Exception {
        KeyPair keys = rsa();
        char[] password = "correct horse".toCharArray();
        byte[] file = pkcs12(keys, password);
        char[] given = password.clone();
        Signer signer = Signer.ofPkcs12(new ByteArrayInputStream(file), given);
        FinishedBundle.sign(plain, signed, new SignedBy(signer, NOON), "Signature");

        assertThat(given).containsOnly('\0');
        assertThat(said().sound()).isTrue();
        assertThat(said().subject()).contains("Counsel");
        char[] wrong = "wrong".toCharArray();
        assertThatThrownBy(() -> Signer.ofPkcs12(new ByteArrayInputStream(file), wrong))
                .isInstanceOf(SigningException.class);
        assertThat(wrong).containsOnly('\0');
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static byte[] pkcs12(KeyPair keys, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("one", keys.getPrivate(), password, new Certificate[] {
            TestAuthority.certificate(keys, "CN=Counsel", false)
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    @Test
    void refusesACertificateOfAnotherKeyAndKeysThatReadersDoNotKnow() throws Exception {
        KeyPair ledger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var certificate = TestAuthority.certificate(rsa(), "CN=Other", false);

        assertThatThrownBy(() -> Signer.of(rsa().getPrivate(), List.of(certificate)))
                .isInstanceOfSatisfying(
                        SigningException.class,
                        e -> assertThat(e.reasonCode()).isEqualTo(SigningException.KEY_AND_CERTIFICATE));
        assertThatThrownBy(() -> Signer.of(ledger.getPrivate(), List.of(certificate)))
                .isInstanceOfSatisfying(
                        SigningException.class,
                        e -> assertThat(e.reasonCode()).isEqualTo(SigningException.KEY_UNSUPPORTED));
    }

    @Test
    void putsTheTimeThatAnAuthorityAttestsIntoTheRoomThatWasKeptForIt() throws Exception {
        sign();
        byte[] before = Files.readAllBytes(signed);
        TestAuthority authority = new TestAuthority();
        SignedFile file = new SignedFile(signed);
        TimeRequest request = file.request(RANDOM);
        TimeSaid attached = file.attach(request, authority.reply(request, LATER));

        assertThat(attached.at()).isEqualTo(LATER);
        SignatureSaid said = said();
        assertThat(said.sound()).isTrue();
        assertThat(said.wholeFile()).isTrue();
        assertThat(said.attested()).hasValueSatisfying(time -> {
            assertThat(time.at()).isEqualTo(LATER);
            assertThat(time.authority()).contains("Test Time");
            assertThat(time.fits()).isTrue();
        });
        byte[] after = Files.readAllBytes(signed);
        int[] changed = IntStream.range(0, before.length)
                .filter(i -> before[i] != after[i])
                .toArray();
        assertThat(after).hasSameSizeAs(before);
        assertThat(changed[changed.length - 1] - changed[0]).isLessThan(2 * SignaturePlace.ROOM);
    }

    @Test
    void takesNoReplyToAnotherRequestNorOfAnotherFile() throws Exception {
        sign();
        TestAuthority authority = new TestAuthority();
        SignedFile file = new SignedFile(signed);
        TimeRequest request = file.request(RANDOM);
        TimeRequest sameAgain = file.request(RANDOM);
        TimeRequest other = TimeRequest.of(Fingerprint.of(new byte[] {1}), RANDOM);

        refused(SigningException.TIME_OF_ANOTHER, file, request, authority.reply(sameAgain, LATER));
        refused(SigningException.TIME_OF_ANOTHER_FILE, file, other, authority.reply(other, LATER));
        refused(SigningException.NOT_A_REPLY, file, request, new byte[] {1, 2, 3});
        refused(SigningException.TIME_REFUSED, file, request, TestAuthority.refusal());
        refused(
                SigningException.NOT_A_REQUEST,
                file,
                new TimeRequest(new byte[] {1, 2, 3}),
                authority.reply(request, LATER));
        byte[] forged = authority.reply(request, LATER);
        forged[forged.length - 5] ^= 1;
        assertThatThrownBy(() -> file.attach(request, forged)).isInstanceOf(SigningException.class);
        assertThat(said().attested()).isEmpty();
    }

    private static void refused(String reason, SignedFile file, TimeRequest request, byte[] reply) {
        assertThatThrownBy(() -> file.attach(request, reply))
                .isInstanceOfSatisfying(
                        SigningException.class, e -> assertThat(e.reasonCode()).isEqualTo(reason));
    }

    @Test
    void attestsAWholeFileBesideItAsOpensslVerifies() throws Exception {
        TestAuthority authority = new TestAuthority();
        SignedFile file = new SignedFile(plain);
        TimeRequest request = file.requestForWhole(RANDOM);
        byte[] reply = authority.reply(request, LATER);

        assertThat(file.attested(request, reply).at()).isEqualTo(LATER);
        Path tsq = Files.write(folder.resolve("plain.tsq"), request.encoded());
        Path tsr = Files.write(folder.resolve("plain.tsr"), reply);
        Path ca = Files.write(folder.resolve("ca.pem"), authority.pem());
        String openssl = run(
                "openssl",
                "ts",
                "-verify",
                "-queryfile",
                tsq.toString(),
                "-in",
                tsr.toString(),
                "-CAfile",
                ca.toString());
        assertThat(openssl).contains("Verification: OK");
        openssl = run(
                "openssl", "ts", "-verify", "-data", plain.toString(), "-in", tsr.toString(), "-CAfile", ca.toString());
        assertThat(openssl).contains("Verification: OK");
        Files.writeString(plain, "%", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> file.attested(request, reply)).isInstanceOf(SigningException.class);
    }

    @Test
    void isReadByPopplerAsASignatureOfTheWholeDocument() throws Exception {
        sign();
        TestAuthority authority = new TestAuthority();
        SignedFile file = new SignedFile(signed);
        TimeRequest request = file.request(RANDOM);
        file.attach(request, authority.reply(request, LATER));
        String poppler = run("pdfsig", "-nocert", signed.toString());

        assertThat(poppler)
                .contains("ETSI.CAdES.detached", "Signature is Valid", "Total document signed")
                .contains("Archive 7f3a");
    }

    private static String run(String... command) throws IOException {
        Process process = null;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not installed");
        }
        return new String(Objects.requireNonNull(process).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
