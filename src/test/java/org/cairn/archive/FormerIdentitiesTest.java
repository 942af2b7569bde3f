package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.crypto.SealedBox;
import org.cairn.crypto.Secret;
import org.cairn.domain.Identity;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Finding;
import org.cairn.progress.Progress;
import org.cairn.store.EarlierSchema;
import org.cairn.store.RecordJson;
import org.cairn.store.Store;
import org.cairn.store.Tampering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who a witness was said to be stays sealed, and proved.
class FormerIdentitiesTest {

    private static final Identity FIRST = new Identity(
            "Marisol Example", List.of("Mari"), Optional.empty(), "the old number", List.of("Ana Example"), "a scar");
    private static final Identity SECOND =
            new Identity("Marisol Example", List.of(), Optional.empty(), "the new number", List.of(), "");

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference witness;

    @BeforeEach
    void meetAWitness() {
        open = new OpenArchive(temp);
        witness = open.witness();
    }

    @AfterEach
    void lock() {
        open.close();
    }

    @Test
    void keepsTheFormerIdentityWhenAnotherIsSealed() {
        sealBoth();

        assertThat(open.archive.witnesses().identities(witness))
                .extracting(
                        OpenedIdentity::who,
                        OpenedIdentity::number,
                        one -> one.by().orElse(""),
                        OpenedIdentity::at)
                .containsExactly(
                        tuple(SECOND, 2, OpenArchive.USER, Optional.of(OpenArchive.NOON)),
                        tuple(FIRST, 1, OpenArchive.USER, Optional.of(OpenArchive.NOON)));
        assertThat(open.archive.witnesses().identity(witness)).contains(SECOND);
    }

    @Test
    void writesALineForEachOpening() {
        sealBoth();

        open.archive.witnesses().identities(witness);

        assertThat(open.archive.custody().events(Optional.of(witness), 0, 100))
                .extracting(CustodyEvent::action)
                .containsOnlyOnce("IDENTITY_READ");
    }

    @Test
    void namesAByteFlippedInAnIdentityAndTakesNothingElseForWrong() throws Exception {
        sealBoth();
        assertThat(findings()).isEmpty();

        tamper("UPDATE identity SET sealed = CAST(substr(sealed, 1, 9)"
                + " || CASE substr(sealed, 10, 1) WHEN x'00' THEN x'01' ELSE x'00' END"
                + " || substr(sealed, 11) AS BLOB) WHERE number = 1");

        assertThat(findings()).containsExactly(Finding.of("identityDamaged", witness, 1));
    }

    @Test
    void namesAnIdentityThatIsGoneAndOneThatNobodySealed() throws Exception {
        sealBoth();

        tamper("UPDATE identity SET number = 7 WHERE number = 2");

        assertThat(findings())
                .containsExactly(Finding.of("identityMissing", witness, 2), Finding.of("identityStrange", witness, 7));
    }

    @Test
    void goesOnFromAnIdentityThatAnEarlyVersionSealed() throws Exception {
        sealAsAnEarlyVersion();
        assertThat(findings()).isEmpty();

        open.archive.witnesses().keepIdentity(witness, SECOND);

        assertThat(open.archive.witnesses().identities(witness))
                .extracting(OpenedIdentity::who, one -> one.by().orElse(""))
                .containsExactly(tuple(SECOND, OpenArchive.USER), tuple(FIRST, OpenArchive.USER));
        assertThat(findings()).isEmpty();
    }

    private void sealBoth() {
        open.archive.witnesses().keepIdentity(witness, FIRST);
        open.archive.witnesses().keepIdentity(witness, SECOND);
    }

    /// Over another, with no hash in either line, in a table with room for one.
    private void sealAsAnEarlyVersion() throws Exception {
        open.archive.close();
        KeyFile file = KeyFile.read(open.folder);
        try (Keyring keyring = Keyring.unlock(file, OpenArchive.USER, OpenArchive.passphrase());
                Secret key = keyring.forPurpose("records")) {
            try (Store store = Store.open(open.folder.resolve("records.db"), key)) {
                store.inTransaction(tx -> {
                    byte[] json = RecordJson.write(FIRST).getBytes(StandardCharsets.UTF_8);
                    byte[] context = ("identity " + witness).getBytes(StandardCharsets.UTF_8);
                    tx.addIdentity(
                            witness, SealedBox.seal(file.identityKeyBytes(), json, context, open.environment.random()));
                    for (int i = 0; i < 2; i++) {
                        tx.append(
                                OpenArchive.USER,
                                "IDENTITY_SEALED",
                                Optional.of(witness),
                                Map.of(),
                                OpenArchive.NOON,
                                keyring.keys()::sign,
                                keyring.keys().signingKey());
                    }
                    return witness;
                });
            }
            EarlierSchema.of(open.folder.resolve("records.db"), key, 1);
        }
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
    }

    private void tamper(String sql) throws Exception {
        open.archive.close();
        try (Keyring keyring = Keyring.unlock(KeyFile.read(open.folder), OpenArchive.USER, OpenArchive.passphrase());
                Secret key = keyring.forPurpose("records")) {
            Tampering.of(open.folder.resolve("records.db"), key, sql);
        }
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
    }

    private List<Finding> findings() {
        return open.archive.custody().verify(Progress.none()).findings();
    }
}
