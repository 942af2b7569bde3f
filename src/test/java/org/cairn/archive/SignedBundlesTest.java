package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.bundle.sign.TestAuthority;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose key bundles are signed with, and that the ledger says which.
class SignedBundlesTest {

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

    private ServedBundle write(BundleKey key) {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        return open.archive
                .bundles()
                .write(
                        BundlesTest.draft(statement),
                        Optional.empty(),
                        Set.of(),
                        Choices.NONE,
                        Optional.of(key),
                        temp.resolve("out"),
                        Progress.none())
                .getFirst();
    }

    private CustodyEvent line() {
        List<CustodyEvent> lines = open.archive.custody().events(Optional.empty(), 0, 1000);
        return lines.stream()
                .filter(line -> line.action().equals("BUNDLE_WRITTEN"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void signsWithTheArchivesOwnKeyAndSaysSoInTheLedger() {
        OwnCertificate own = open.archive.bundles().certificate();
        ServedBundle served = write(new BundleKey.OfArchive());

        assertThat(Bundles.signatures(served.pdf())).singleElement().satisfies(said -> {
            assertThat(said.certificate()).isEqualTo(own.fingerprint());
            assertThat(said.sound()).isTrue();
            assertThat(said.wholeFile()).isTrue();
            assertThat(said.claimed()).contains(OpenArchive.NOON);
        });
        assertThat(line().details())
                .containsEntry("certificate", own.fingerprint().hex());
    }

    @Test
    void saysInTheLedgerWhichCertificateOfAFileSigned() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        X509Certificate certificate = TestAuthority.certificate(keys, "CN=Counsel", false);
        ServedBundle served = write(new SigningKey(pkcs12(keys, certificate), "correct horse".toCharArray()));
        Fingerprint expected = Fingerprint.of(certificate.getEncoded());

        assertThat(line().details()).containsEntry("certificate", expected.hex());
        assertThat(Bundles.signatures(served.pdf()).getFirst().certificate()).isEqualTo(expected);
    }

    private Path pkcs12(KeyPair keys, X509Certificate certificate) throws GeneralSecurityException, IOException {
        char[] password = "correct horse".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("one", keys.getPrivate(), password, new Certificate[] {certificate});
        Path file = temp.resolve("counsel.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        return file;
    }

    @Test
    void hasOneCertificateForEverybodyThatNamesNeitherPersonNorCase() {
        OwnCertificate owners = open.archive.bundles().certificate();
        OwnCertificate counsels =
                open.reopenAs("layla", Set.of(Role.COUNSEL)).bundles().certificate();

        assertThat(counsels.pem()).isEqualTo(owners.pem());
        assertThat(owners.subject()).matches("CN=Cairn archive [0-9a-f]{32}");
        assertThat(owners.from()).hasToString("2026-01-01T00:00:00Z");
    }

    @Test
    void isAnotherForAnotherArchive() {
        OwnCertificate here = open.archive.bundles().certificate();
        try (OpenArchive other = new OpenArchive(temp.resolve("other"))) {
            assertThat(other.archive.bundles().certificate().fingerprint()).isNotEqualTo(here.fingerprint());
        }
    }
}
