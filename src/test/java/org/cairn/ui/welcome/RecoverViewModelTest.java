package org.cairn.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.KitPapers;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.ArchiveException;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverViewModelTest {

    private static final String NEW = "lantern orchard gravel meadow";
    private static final String OTHER_PHRASE = "abacus abdomen abdominal abide abiding ability ablaze able";

    @TempDir
    private Path folder;

    private final List<Archive> opened = new ArrayList<>();
    private OpenArchive open;
    private KitPapers papers;
    private RecoverViewModel model;

    @BeforeEach
    void loseAPassphrase() throws Exception {
        open = new OpenArchive(folder);
        Path pdf = folder.resolve("kit.pdf");
        open.archive.recovery().make(3, 2, pdf, Locale.ENGLISH);
        papers = KitPapers.read(pdf);
        open.close();
        model = model(open.folder);
    }

    private RecoverViewModel model(Path archive) {
        RecoverViewModel fresh = new RecoverViewModel(
                new Doorway(
                        new DirectTasks(),
                        new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                        new Preferences(),
                        open.environment,
                        () -> {},
                        opened::add),
                archive);
        fresh.userProperty().set(OpenArchive.USER);
        fresh.look();
        return fresh;
    }

    @AfterEach
    void close() {
        opened.forEach(Archive::close);
    }

    @Test
    void opensTheArchiveByTheKitAndANewPassphrase() {
        assertThat(model.markProperty().get().orElseThrow().needed()).isEqualTo(2);
        model.recover(papers.phrase(), shares(3, 1), NEW.toCharArray(), NEW.toCharArray());
        assertThat(opened).hasSize(1);
        opened.getFirst().close();
        Archives.open(open.folder, OpenArchive.USER, NEW.toCharArray(), open.environment)
                .close();
    }

    @Test
    void onlyChecksWhenThatIsAllThatIsAsked() {
        model.rehearse(papers.phrase(), shares(2, 3));
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.SUCCESS);
        assertThat(opened).isEmpty();
        Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment)
                .close();
    }

    @Test
    void makesOneWaitAfterAWrongKitAndSaysNotWhichPart() {
        model.rehearse(OTHER_PHRASE, shares(1, 2));
        assertThat(model.toldProperty().get()).extracting(Told::what).isEqualTo("That did not open the archive.");
        assertThat(model.waitSecondsProperty().get()).isEqualTo(1);
        model.recover(papers.phrase(), shares(1, 2), NEW.toCharArray(), NEW.toCharArray());
        assertThat(opened).isEmpty();
    }

    @Test
    void saysOfEachShareAsItIsTypedWhetherItCanBeRight() {
        String right = papers.shares().getFirst();
        assertThat(model.aboutShare(1, " ")).isEmpty();
        assertThat(kind(model.aboutShare(1, right))).isEqualTo(Told.Kind.SUCCESS);
        assertThat(kind(model.aboutShare(1, right.substring(1)))).isEqualTo(Told.Kind.DANGER);
        assertThat(kind(model.aboutShare(1, right.replace(right.substring(6, 9), "AAA"))))
                .isEqualTo(Told.Kind.DANGER);
    }

    @Test
    void makesNobodyWaitForATypingMistake() {
        model.rehearse(papers.phrase(), List.of(papers.shares().getFirst(), "ABCD"));
        assertThat(model.toldProperty().get()).extracting(Told::what).asString().contains("number 2");
        assertThat(model.waitSecondsProperty().get()).isZero();
    }

    @Test
    void refusesANewPassphraseThatCouldBeGuessedOrWasTypedTwoWays() {
        char[] weak = "password".toCharArray();
        model.recover(papers.phrase(), shares(1, 2), weak, "password".toCharArray());
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
        char[] good = NEW.toCharArray();
        model.recover(papers.phrase(), shares(1, 2), good, "lantern".toCharArray());
        assertThat(opened).isEmpty();
        assertThat(weak).containsOnly('\0');
        assertThat(good).containsOnly('\0');
        assertThatThrownBy(() -> Archives.open(open.folder, OpenArchive.USER, NEW.toCharArray(), open.environment))
                .isInstanceOf(ArchiveException.WrongPassphrase.class);
    }

    @Test
    void saysAtOnceThatThereIsNoKit() {
        try (OpenArchive bare = new OpenArchive(folder.resolve("bare"))) {
            RecoverViewModel without = model(bare.folder);
            assertThat(without.markProperty().get()).isEmpty();
            assertThat(without.toldProperty().get())
                    .extracting(Told::what)
                    .asString()
                    .contains("no recovery kit");
        }
    }

    private List<String> shares(int... numbers) {
        return java.util.Arrays.stream(numbers)
                .mapToObj(number -> papers.shares().get(number - 1))
                .toList();
    }

    private static Told.Kind kind(Optional<Told> told) {
        return told.orElseThrow().kind();
    }
}
