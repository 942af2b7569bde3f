package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.crypto.RecoveryShare;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final String NEW_PASSPHRASE = "quite another sentence to keep";

    @TempDir
    Path temp;

    private OpenArchive open;
    private Papers papers;

    /// What is on the paper of a kit.
    record Papers(KitMark mark, String phrase, List<String> shares) {
        static Papers of(RecoveryKit kit) {
            return new Papers(
                    kit.mark(),
                    String.join(" ", kit.phrase().words()),
                    kit.split().shares().stream().map(RecoveryShare::printed).toList());
        }

        RecoveryParts with(int... numbers) {
            return with(phrase, numbers);
        }

        RecoveryParts with(String otherPhrase, int... numbers) {
            return RecoveryParts.read(
                    otherPhrase,
                    java.util.Arrays.stream(numbers)
                            .mapToObj(number -> shares.get(number - 1))
                            .toList());
        }
    }

    @BeforeEach
    void makeAnArchiveWithAKit() {
        open = new OpenArchive(temp);
        papers = made(5, 3);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void opensByPhraseAndAnyEnoughShares() {
        var witness = open.witnessCalled("Rebiya Example");
        open.close();
        Archive recovered = recover(papers.with(5, 1, 3));
        assertThat(recovered.user().roles()).isEqualTo(Set.of(Role.values()));
        assertThat(recovered.witnesses().identity(witness).orElseThrow().name()).isEqualTo("Rebiya Example");
    }

    @Test
    void putsTheNewPassphraseInThePlaceOfTheOld() {
        open.close();
        recover(papers.with(1, 2, 3)).close();
        assertThatThrownBy(
                        () -> Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.WrongPassphrase.class);
        open.archive = Archives.open(open.folder, OpenArchive.USER, NEW_PASSPHRASE.toCharArray(), open.environment);
    }

    @Test
    void keepsTheCertificateThatBundlesAreSignedWith() {
        OwnCertificate before = open.archive.bundles().certificate();
        open.close();
        Archive recovered = recover(papers.with(1, 2, 3));

        assertThat(recovered.bundles().certificate().pem()).isEqualTo(before.pem());
    }

    @Test
    void writesKitAndRecoveryDownAndProvesWholeAfterwards() {
        open.close();
        Archive recovered = recover(papers.with(2, 4, 5));
        List<CustodyEvent> events = recovered.custody().events(Optional.empty(), 0, 100);
        assertThat(events).anySatisfy(event -> {
            assertThat(event.action()).isEqualTo("RECOVERY_KIT_MADE");
            assertThat(event.details()).isEqualTo(Map.of("kit", papers.mark().letters(), "shares", "5", "needed", "3"));
        });
        assertThat(events).anySatisfy(event -> {
            assertThat(event.action()).isEqualTo("RECOVERED");
            assertThat(event.actor()).isEqualTo(OpenArchive.USER);
            assertThat(event.details())
                    .containsEntry("user", OpenArchive.USER)
                    .containsEntry("kit", papers.mark().letters())
                    .containsEntry("shares", "2,4,5")
                    .containsKey("signingKey")
                    .containsKey("roles")
                    .hasSize(5);
        });
        assertThat(recovered.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void doesNotLetALostPassphraseInAgainThatWasUnderWay() {
        open.archive.users().admit("layla", Set.of(Role.ANALYST), OpenArchive.passphrase());
        open.close();
        Archives.recover(open.folder, "layla", papers.with(1, 2, 3), NEW_PASSPHRASE.toCharArray(), open.environment)
                .close();
        assertThatThrownBy(() -> Archives.open(open.folder, "layla", OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.WrongPassphrase.class);
        open.archive = Archives.open(open.folder, "layla", NEW_PASSPHRASE.toCharArray(), open.environment);
    }

    @Test
    void leavesSomebodyElseWhoWasUnderWayTheirPlace() {
        open.archive.users().admit("layla", Set.of(Role.ANALYST), OpenArchive.passphrase());
        open.close();
        recover(papers.with(1, 2, 3)).close();
        open.archive = Archives.open(open.folder, "layla", OpenArchive.passphrase(), open.environment);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void givesSomebodyElseTheirPlaceBackAndNoMore() {
        open.reopenAs("layla", Set.of(Role.ANALYST));
        open.close();
        Archive layla = Archives.recover(
                open.folder, " Layla", papers.with(1, 2, 3), NEW_PASSPHRASE.toCharArray(), open.environment);
        open.archive = layla;
        assertThat(layla.user()).isEqualTo(new User("layla", Set.of(Role.ANALYST)));
        layla.close();
        assertThatThrownBy(() -> Archives.open(open.folder, "layla", OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.WrongPassphrase.class);
        assertThat(open.reopen().custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void leavesAllAsItWasWhenTheKeyFileCannotBeWritten() throws Exception {
        Path inTheWay = open.folder.resolve("archive.json.new");
        open.reopenAs("layla", Set.of(Role.ANALYST));
        open.close();
        Files.createDirectory(inTheWay);
        for (String name : List.of("layla", OpenArchive.USER)) {
            assertThatThrownBy(() -> Archives.recover(
                            open.folder, name, papers.with(1, 2, 3), NEW_PASSPHRASE.toCharArray(), open.environment))
                    .isInstanceOf(ArchiveException.NotReachable.class);
        }
        Files.delete(inTheWay);
        open.archive = Archives.open(open.folder, "layla", OpenArchive.passphrase(), open.environment);
        assertThat(open.reopen().custody().events(Optional.empty(), 0, 100))
                .noneMatch(event -> event.action().equals("RECOVERED"));
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void givesFreshKeysForGoodAfterACrashInBetween() {
        open.reopenAs("layla", Set.of(Role.ANALYST));
        open.close();
        // killed when the ledger had the line and the key file had not the keys
        Recovering.begin(open.folder, "layla", papers.with(1, 2, 3), NEW_PASSPHRASE.toCharArray(), open.environment);
        // by the ledger, nothing signed with the former keys is hers
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> Archives.open(open.folder, "layla", OpenArchive.passphrase(), open.environment))
                    .isInstanceOf(ArchiveException.WrongPassphrase.class);
        }
        open.archive = Archives.open(open.folder, "layla", NEW_PASSPHRASE.toCharArray(), open.environment);
        assertThat(open.archive.user().name()).isEqualTo("layla");
        assertThat(open.reopen().custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void recoversAgainAfterACrashInBetween() {
        open.reopenAs("layla", Set.of(Role.ANALYST));
        open.close();
        Recovering.begin(open.folder, "layla", papers.with(1, 2, 3), NEW_PASSPHRASE.toCharArray(), open.environment);
        recover(papers.with(1, 2, 3)).close();
        open.archive = Archives.open(open.folder, "layla", NEW_PASSPHRASE.toCharArray(), open.environment);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void leavesTheFormerKitValidWhenTheKeyFileCannotBeWritten() throws Exception {
        Path inTheWay = Files.createDirectory(open.folder.resolve("archive.json.new"));
        Path pdf = temp.resolve("kit.pdf");
        assertThatThrownBy(() -> open.archive.recovery().make(2, 2, pdf, java.util.Locale.ENGLISH))
                .isInstanceOf(ArchiveException.NotReachable.class);
        Files.delete(inTheWay);
        assertThat(pdf).doesNotExist();
        assertThatCode(() -> Archives.rehearse(open.folder, papers.with(1, 2, 3)))
                .doesNotThrowAnyException();
        assertThat(open.archive.custody().events(Optional.empty(), 0, 100))
                .noneMatch(event -> event.details().containsKey("replaces"));
    }

    @Test
    void aNewKitIsValidAtTheNextOpeningAfterACrashInBetween() {
        Papers former = papers;
        try (RecoveryKit kit = open.archive.recovery().draw(2, 2)) {
            open.archive.recovery().begin(kit);
            papers = Papers.of(kit);
        }
        assertThatCode(() -> Archives.rehearse(open.folder, former.with(1, 2, 3)))
                .doesNotThrowAnyException();
        open.reopen();
        assertMistyped(former.with(1, 2, 3), 1, "otherKit");
        assertThatCode(() -> Archives.rehearse(open.folder, papers.with(1, 2))).doesNotThrowAnyException();
        // and a later one is not undone by it
        Papers latest = made(2, 2);
        open.reopen();
        assertThatCode(() -> Archives.rehearse(open.folder, latest.with(1, 2))).doesNotThrowAnyException();
    }

    @Test
    void refusesWhoNeverHadAPlace() {
        open.close();
        assertThatThrownBy(() -> Archives.recover(
                        open.folder, "nobody", papers.with(1, 2, 3), NEW_PASSPHRASE.toCharArray(), open.environment))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void refusesOneShareTooFewAndTheSameShareTwice() {
        assertMistyped(papers.with(1, 2), 3, "tooFew");
        assertMistyped(papers.with(1, 2, 1), 3, "twice");
        assertMistyped(papers.with(), 1, "tooFew");
    }

    @Test
    void namesAShareOfAnotherKitBeforeTryingIt() {
        Papers former = papers;
        papers = made(5, 3);
        RecoveryParts mixed = RecoveryParts.read(
                papers.phrase(),
                List.of(
                        papers.shares().get(0),
                        former.shares().get(1),
                        papers.shares().get(2)));
        assertMistyped(mixed, 2, "otherKit");
    }

    @Test
    void namesAMistypedShareAndSaysWhere() {
        String right = papers.shares().get(1);
        String wrong = (right.charAt(20) == 'A' ? "B" : "A");
        String mistyped = right.substring(0, 20) + wrong + right.substring(21);
        assertThatThrownBy(() -> RecoveryParts.read(
                        papers.phrase(), List.of(papers.shares().get(0), mistyped)))
                .isInstanceOf(ArchiveException.RecoveryMistyped.class)
                .extracting(e -> ((ArchiveException) e).arguments())
                .isEqualTo(List.of("share", 2, "CHECK", 0));
    }

    @Test
    void refusesAWrongPhraseAndForgedSharesInTheSameWords() {
        String otherPhrase = "abacus abdomen abdominal abide abiding ability ablaze able";
        // shares that are whole and bear this kit's mark, but are not its own
        Papers forged = forgedLike(papers);
        RecoveryParts wrongPhrase = papers.with(otherPhrase, 1, 2, 3);
        RecoveryParts oneForged = RecoveryParts.read(
                papers.phrase(),
                List.of(
                        papers.shares().get(0),
                        papers.shares().get(1),
                        forged.shares().get(2)));
        for (RecoveryParts parts : List.of(wrongPhrase, oneForged)) {
            assertThatThrownBy(() -> Archives.rehearse(open.folder, parts))
                    .isInstanceOf(ArchiveException.WrongRecovery.class)
                    .hasMessage("wrongRecovery")
                    .hasNoCause()
                    .extracting(e -> ((ArchiveException) e).arguments())
                    .isEqualTo(List.of());
        }
    }

    @Test
    void aNewKitMakesTheFormerOpenNothing() {
        Papers former = papers;
        papers = made(2, 2);
        assertMistyped(former.with(1, 2, 3), 1, "otherKit");
        assertThatCode(() -> Archives.rehearse(open.folder, papers.with(1, 2))).doesNotThrowAnyException();
        assertThat(open.archive.custody().events(Optional.empty(), 0, 100))
                .anySatisfy(event -> assertThat(event.details())
                        .containsEntry("replaces", former.mark().letters()));
    }

    @Test
    void leavesNoPaperThatWasCutShort() {
        Path file = temp.resolve("kit.pdf");
        byte[] pdf = {'%', 'P', 'D', 'F'};
        // the file is made, and the first write to it fails
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> RecoveryKit.write(file, pdf))
                .isInstanceOf(org.cairn.progress.CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).doesNotExist();
        RecoveryKit.write(file, pdf);
        assertThatThrownBy(() -> RecoveryKit.write(file, pdf)).isInstanceOf(ArchiveException.AlreadyThere.class);
        assertThat(file).hasBinaryContent(pdf);
    }

    @Test
    void aKitThatWasDrawnButNotKeptOpensNothingAndLeavesTheFormerValid() {
        Papers drawn = Papers.of(open.archive.recovery().draw(2, 2));
        assertMistyped(drawn.with(1, 2), 1, "otherKit");
        assertThatCode(() -> Archives.rehearse(open.folder, papers.with(1, 2, 3)))
                .doesNotThrowAnyException();
    }

    @Test
    void rehearsingChangesNothingEvenWhileTheArchiveIsOpen() throws Exception {
        open.close();
        Map<String, String> before = bytes();
        Archives.rehearse(open.folder, papers.with(3, 4, 5));
        assertThat(bytes()).isEqualTo(before);
        open.reopen();
        assertThatCode(() -> Archives.rehearse(open.folder, papers.with(1, 2, 3)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesATamperedSlot() throws Exception {
        open.close();
        for (String field : List.of("sealed", "salt", "kit", "needed")) {
            Path keys = open.folder.resolve("archive.json");
            byte[] whole = Files.readAllBytes(keys);
            tamper(keys, field);
            assertThatThrownBy(() -> Archives.rehearse(open.folder, papers.with(1, 2, 3)))
                    .as(field)
                    .isInstanceOf(
                            field.equals("sealed") || field.equals("salt")
                                    ? ArchiveException.WrongRecovery.class
                                    : ArchiveException.RecoveryMistyped.class);
            Files.write(keys, whole);
        }
        assertThatCode(() -> Archives.rehearse(open.folder, papers.with(1, 2, 3)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTheSlotOfAnotherArchive() throws Exception {
        try (OpenArchive other = new OpenArchive(Files.createDirectory(temp.resolve("other")))) {
            KeyFile mine = KeyFile.read(open.folder);
            KeyFile theirs = KeyFile.read(other.folder);
            theirs.with(Objects.requireNonNull(mine.recovery())).write(other.folder);
            assertThatThrownBy(() -> Archives.rehearse(other.folder, papers.with(1, 2, 3)))
                    .isInstanceOf(ArchiveException.WrongRecovery.class);
        }
    }

    @Test
    void keepsNothingOfThePaperInTheArchive() throws Exception {
        Archive archive = open.archive;
        archive.close();
        String all = String.join("", bytes().values());
        for (String share : papers.shares()) {
            assertThat(all).doesNotContain(hex(share), hex(share.replace(" ", "")));
        }
        assertThat(all).doesNotContain(hex(papers.phrase()));
        String keys = Files.readString(open.folder.resolve("archive.json"));
        assertThat(keys).doesNotContain(OpenArchive.USER, "OWNER");
    }

    @Test
    void tellsThatThereIsNoKit() {
        open.close();
        try (OpenArchive bare = new OpenArchive(temp.resolve("bare"))) {
            assertThat(Archives.recoveryKit(bare.folder)).isEmpty();
            assertThatThrownBy(() -> Archives.rehearse(bare.folder, papers.with(1, 2, 3)))
                    .isInstanceOf(ArchiveException.NoRecoveryKit.class);
        }
    }

    @Test
    void letsNobodyMakeAKitButAnOwnerWhoHoldsWhatAFounderHolds() {
        RecoveryKit drawn = open.archive.recovery().draw(2, 2);
        for (Set<Role> roles : List.of(Set.of(Role.ANALYST, Role.IDENTITY_CUSTODIAN), Set.of(Role.OWNER))) {
            Archive other = open.reopenAs("other" + roles.size(), roles);
            assertThatThrownBy(() -> other.recovery().draw(2, 2)).isInstanceOf(ArchiveException.NotPermitted.class);
            assertThatThrownBy(() -> other.recovery().keep(drawn)).isInstanceOf(ArchiveException.NotPermitted.class);
            open.reopen();
        }
    }

    @Test
    void refusesAKitThatNobodyCouldUse() {
        Recovery recovery = open.archive.recovery();
        assertThatThrownBy(() -> recovery.draw(2, 3)).isInstanceOf(ArchiveException.InvalidInput.class);
        assertThatThrownBy(() -> recovery.draw(0, 0)).isInstanceOf(ArchiveException.InvalidInput.class);
        assertThatThrownBy(() -> recovery.draw(9, 2)).isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void refusesAWeakNewPassphraseAndAnArchiveThatIsOpenElsewhere() {
        assertThatThrownBy(() -> recover(papers.with(1, 2, 3))).isInstanceOf(ArchiveException.InUse.class);
        open.close();
        assertThatThrownBy(() -> Archives.recover(
                        open.folder, OpenArchive.USER, papers.with(1, 2, 3), "1234567".toCharArray(), open.environment))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void knowsItsOwnWordsAndCheckLettersWhenTheyAreTypedBack() {
        RecoveryKit kit = open.archive.recovery().draw(3, 2);
        String word = kit.phrase().words().get(3);
        assertThat(kit.isWord(4, " " + word.toUpperCase(java.util.Locale.ROOT))).isTrue();
        assertThat(kit.isWord(4, "abacu")).isFalse();
        String letters = kit.split().shares().get(1).checkLetters();
        assertThat(kit.endsWith(2, letters.toLowerCase(java.util.Locale.ROOT))).isTrue();
        assertThat(kit.endsWith(2, "")).isFalse();
    }

    private Papers made(int shares, int needed) {
        try (RecoveryKit kit = open.archive.recovery().draw(shares, needed)) {
            open.archive.recovery().keep(kit);
            return Papers.of(kit);
        }
    }

    private Archive recover(RecoveryParts parts) {
        Archive recovered =
                Archives.recover(open.folder, OpenArchive.USER, parts, NEW_PASSPHRASE.toCharArray(), open.environment);
        open.archive = recovered;
        return recovered;
    }

    private void assertMistyped(RecoveryParts parts, int number, String reason) {
        assertThatThrownBy(() -> Archives.rehearse(open.folder, parts))
                .isInstanceOf(ArchiveException.RecoveryMistyped.class)
                .extracting(e -> ((ArchiveException) e).arguments())
                .isEqualTo(List.of("share", number, reason, 0));
    }

    /// A kit of the same shape that happens to bear the same mark: one in a million is drawn so.
    private Papers forgedLike(Papers model) {
        return org.cairn.crypto.ForgedShares.withMark(model.shares().getFirst()).stream()
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), shares -> new Papers(model.mark(), "", shares)));
    }

    /// Changes one field of the slot and makes the file's checksum fit again, as somebody would who means harm.
    private static void tamper(Path keys, String field) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode file = (ObjectNode) json.readTree(keys.toFile());
        ObjectNode slot = (ObjectNode) file.get("recovery");
        if (field.equals("needed")) {
            slot.put(field, slot.get(field).asInt() - 1);
        } else {
            String old = slot.get(field).asText();
            slot.put(field, (old.charAt(0) == '1' ? "2" : "1") + old.substring(1));
        }
        KeyFile changed = json.treeToValue(file, KeyFile.class);
        changed.with(Objects.requireNonNull(changed.recovery())).write(Objects.requireNonNull(keys.getParent()));
        assertThatCode(() -> KeyFile.read(Objects.requireNonNull(keys.getParent())))
                .doesNotThrowAnyException();
    }

    private Map<String, String> bytes() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(open.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(open.folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
