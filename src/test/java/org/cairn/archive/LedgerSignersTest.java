package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cairn.crypto.Secret;
import org.cairn.crypto.UserKeys;
import org.cairn.domain.Role;
import org.cairn.domain.custody.Finding;
import org.cairn.progress.Progress;
import org.cairn.store.Store;
import org.cairn.store.StoreTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever holds the archive's key can write a ledger, but not one that others seem to have signed.
class LedgerSignersTest {

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

    @Test
    void knowsTheFounderAndEverybodyWhoWasLetIn() {
        Archive analyst = open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThat(analyst.custody().verify(Progress.none()).findings()).isEmpty();
        open.reopen();
        assertThat(findings()).isEmpty();
    }

    @Test
    void namesALineSignedWithAKeyThatNobodyIntroduced() {
        forge(tx -> append(tx, OpenArchive.USER, "EXPORTED", Map.of()));
        assertThat(findings()).extracting(Finding::code).containsExactly("ledgerSigner");
    }

    @Test
    void namesALineOfSomebodyWhoWasNeverLetIn() {
        forge(tx -> append(tx, "stranger", "EXPORTED", Map.of()));
        assertThat(findings()).extracting(Finding::code).containsExactly("ledgerSigner");
    }

    @Test
    void takesNobodysWordForAKeyButAnOwners() {
        open.reopenAs("layla", Set.of(Role.ANALYST));
        try (UserKeys theirs = UserKeys.generate(new SecureRandom())) {
            User mole = new User("mole", Set.of(Role.OWNER));
            open.archive.close();
            change("layla", (tx, keys) -> {
                append(tx, keys, "layla", "USER_ADDED", Users.introduction(mole, theirs.signingKey()));
                return append(tx, theirs, "mole", "EXPORTED", Map.of());
            });
        }
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
        assertThat(findings()).extracting(Finding::code).containsExactly("ledgerSigner", "ledgerSigner");
    }

    /// The whole ledger anew, from a founder's line on: the true founder unlocks with another key.
    @Test
    void tellsTheFounderThatTheLedgerWasWrittenAnew() throws Exception {
        anew((tx, keyring) -> {
            try (UserKeys fresh = UserKeys.generate(new SecureRandom())) {
                return append(
                        tx, fresh, OpenArchive.USER, "CREATED", Users.introduction(keyring.user(), fresh.signingKey()));
            }
        });
        open(OpenArchive.USER);
        assertThat(findings()).extracting(Finding::code).containsExactly("ledgerFounder", "ledgerSigner");
    }

    /// Whoever reads next need not be the founder: everybody has the founder's key sealed beside their own.
    @Test
    void tellsEverybodyElseThatTheLedgerWasWrittenAnew() throws Exception {
        User auditor = new User("tarek", Set.of(Role.AUDITOR));
        open.archive.users().add(auditor.name(), auditor.roles(), OpenArchive.passphrase());
        byte[] theirs = signingKey(auditor.name());
        anew((tx, keyring) -> {
            try (UserKeys fresh = UserKeys.generate(new SecureRandom())) {
                User founder = new User(OpenArchive.USER, Set.of(Role.OWNER));
                append(tx, fresh, OpenArchive.USER, "CREATED", Users.introduction(founder, fresh.signingKey()));
                return append(tx, fresh, OpenArchive.USER, "USER_ADDED", Users.introduction(auditor, theirs));
            }
        });
        open(auditor.name());
        assertThat(findings()).extracting(Finding::code).containsExactly("ledgerFounder");
    }

    @Test
    void takesNoSecondIntroductionWithoutARecovery() {
        try (UserKeys other = UserKeys.generate(new SecureRandom())) {
            open.archive.close();
            User founder = new User(OpenArchive.USER, Set.of(Role.OWNER));
            change(
                    OpenArchive.USER,
                    (tx, keys) -> append(
                            tx, keys, OpenArchive.USER, "USER_ADDED", Users.introduction(founder, other.signingKey())));
        }
        open(OpenArchive.USER);
        assertThat(findings()).extracting(Finding::code).containsExactly("ledgerSigner");
    }

    @Test
    void takesTheFirstLinesKeyForTheFoundersInAnEarlyLedger() throws Exception {
        anew((tx, keyring) -> append(tx, keyring.keys(), OpenArchive.USER, "CREATED", Map.of("format", "1")));
        open(OpenArchive.USER);
        assertThat(findings()).isEmpty();
    }

    @Test
    void countsTheLinesOfAnEarlyLedgerThatNobodyCanProveInOneFinding() throws Exception {
        open.archive.users().add("layla", Set.of(Role.ANALYST), OpenArchive.passphrase());
        anew((tx, keyring) -> {
            append(tx, keyring.keys(), OpenArchive.USER, "CREATED", Map.of("format", "1"));
            return append(tx, keyring.keys(), OpenArchive.USER, "USER_ADDED", Map.of("user", "layla"));
        });
        for (int i = 0; i < 3; i++) {
            open("layla");
            open.archive.close();
        }
        open(OpenArchive.USER);
        assertThat(findings()).containsExactly(Finding.of("ledgerSignersUnknown", 3));
    }

    @Test
    void unlocksASlotInWhichNoFounderIsSealed() throws Exception {
        open.archive.close();
        KeyFile file = KeyFile.read(open.folder);
        try (Keyring keyring = Keyring.unlock(file, OpenArchive.USER, OpenArchive.passphrase());
                Secret holdings = keyring.holdings();
                Secret early = Secret.taking(holdings.use(LedgerSignersTest::withoutFounder));
                Keyring as = Keyring.holding(early)) {
            assertThat(keyring.founder()).isPresent();
            file.replacing(as.reseal(file, OpenArchive.passphrase(), new SecureRandom())
                            .slot())
                    .write(open.folder);
        }
        try (Keyring keyring = Keyring.unlock(KeyFile.read(open.folder), OpenArchive.USER, OpenArchive.passphrase())) {
            assertThat(keyring.founder()).isEmpty();
        }
        open(OpenArchive.USER);
        assertThat(findings()).isEmpty();
    }

    private static byte[] withoutFounder(byte[] holdings) {
        String json = new String(holdings, StandardCharsets.UTF_8);
        return json.replaceAll(",\"founder\":\"[0-9a-f]+\"", "").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signingKey(String user) {
        try (Keyring keyring = Keyring.unlock(KeyFile.read(open.folder), user, OpenArchive.passphrase())) {
            return keyring.keys().signingKey();
        }
    }

    private void open(String user) {
        open.archive = Archives.open(open.folder, user, OpenArchive.passphrase(), open.environment);
    }

    /// Puts another database in the place of the archive's, with these lines first.
    private void anew(BiFunction<StoreTransaction, Keyring, Object> lines) throws IOException {
        open.archive.close();
        Files.delete(open.folder.resolve("records.db"));
        KeyFile file = KeyFile.read(open.folder);
        try (Keyring keyring = Keyring.unlock(file, OpenArchive.USER, OpenArchive.passphrase());
                Secret key = keyring.forPurpose("records");
                Store store = Store.create(open.folder.resolve("records.db"), key)) {
            store.inTransaction(tx -> {
                tx.putSetting("identityKey", file.identityKey());
                return lines.apply(tx, keyring);
            });
        }
    }

    private List<Finding> findings() {
        return open.archive.custody().verify(Progress.none()).findings();
    }

    private void forge(Function<StoreTransaction, Object> lines) {
        open.archive.close();
        change(OpenArchive.USER, (tx, keys) -> lines.apply(tx));
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
    }

    /// What somebody who can unlock the archive may do to its database with a program of their own.
    private void change(String user, BiFunction<StoreTransaction, UserKeys, Object> lines) {
        try (Keyring keyring = Keyring.unlock(KeyFile.read(open.folder), user, OpenArchive.passphrase());
                Secret key = keyring.forPurpose("records");
                Store store = Store.open(open.folder.resolve("records.db"), key)) {
            store.inTransaction(tx -> lines.apply(tx, keyring.keys()));
        }
    }

    private static Object append(StoreTransaction tx, String actor, String action, Map<String, String> details) {
        try (UserKeys fresh = UserKeys.generate(new SecureRandom())) {
            return append(tx, fresh, actor, action, details);
        }
    }

    private static Object append(
            StoreTransaction tx, UserKeys keys, String actor, String action, Map<String, String> details) {
        return tx.append(actor, action, Optional.empty(), details, OpenArchive.NOON, keys::sign, keys.signingKey());
    }
}
