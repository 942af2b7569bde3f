package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.cairn.archive.Choices;
import org.cairn.bundle.sign.KeyFiles;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;
import org.cairn.ui.bundles.WritingViewModel.Outcome;
import org.cairn.ui.common.Job;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is decided just before a bundle is written is what is done.
@SuppressWarnings("NullAway.Init") // made before each test
class ChooseViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private WritingViewModel writing;
    private Reference statement;
    private Path out;

    @BeforeEach
    void begin() {
        on = new OnADesk(temp);
        writing = new WritingViewModel(on.desk);
        statement = on.open.sealedStatement("They promised ten thousand.");
        out = temp.resolve("out");
    }

    @AfterEach
    void lock() {
        writing.close();
        on.close();
    }

    private BundleDraft draft(BundleVersion... versions) {
        return BundleInHand.blank("For the tribunal", "Statements", new LanguageTag("en"))
                .withSections(
                        List.of(new BundleDraft.Section("Statements", List.of(new BundleDraft.Exhibit(statement, "")))))
                .made(new BundleMaking(
                        List.of(),
                        List.of(versions).stream()
                                .map(kind -> new BundleMaking.Version(
                                        kind, Optional.empty(), "SUBMIT_TRIBUNAL", Optional.empty()))
                                .toList(),
                        false,
                        false,
                        Optional.empty()));
    }

    private ChooseViewModel choosing(BundleDraft draft) {
        return new ChooseViewModel(on.desk, writing, draft, Choices.NONE);
    }

    private Outcome.Written written() {
        assertThat(writing.outcomeProperty().get()).isInstanceOf(Outcome.Written.class);
        return (Outcome.Written)
                java.util.Objects.requireNonNull(writing.outcomeProperty().get());
    }

    @Test
    void writesOnlyTheVersionsThatAreTicked() {
        ChooseViewModel model = choosing(draft(BundleVersion.CONFIDENTIAL, BundleVersion.PARTY));
        assertThat(model.choices())
                .allSatisfy(choice -> assertThat(choice.written().get()).isTrue());
        model.choices().getFirst().written().set(false);
        model.write(out, new char[0]);
        assertThat(written().versions()).singleElement().satisfies(version -> {
            assertThat(version.version()).contains(BundleVersion.PARTY);
            assertThat(version.draft().confidentiality()).isEqualTo(org.cairn.domain.Protection.RESTRICTED);
        });
        assertThat(on.open.archive.bundles().servings(0, 10).total()).isEqualTo(1);
    }

    @Test
    void tellsUnderWhichNumberEachVersionWasServed() {
        ChooseViewModel model = choosing(draft(BundleVersion.CONFIDENTIAL, BundleVersion.PARTY));
        model.write(out, new char[0]);
        assertThat(written().versions()).hasSize(2).allSatisfy(version -> {
            Serving serving =
                    on.open.archive.bundles().serving(version.serving().orElseThrow());
            assertThat(serving.version()).isEqualTo(version.version());
            assertThat(serving.volumes().getFirst().hash())
                    .isEqualTo(version.served().fingerprint());
        });
    }

    @Test
    void signsWithTheKeyOfTheArchive() {
        ChooseViewModel model = choosing(draft());
        model.ownProperty().set(true);
        model.write(out, new char[0]);
        assertThat(written().served().results())
                .extracting(result -> result.code())
                .contains("check.signature.met");
    }

    @Test
    void writesNothingWhereNoVersionIsTicked() {
        ChooseViewModel model = choosing(draft(BundleVersion.PARTY, BundleVersion.PUBLIC));
        model.choices().forEach(choice -> choice.written().set(false));
        assertThat(model.readyProperty().get()).isFalse();
        model.write(out, new char[0]);
        assertThat(out).doesNotExist();
    }

    @Test
    void tellsOfAWrongPasswordAndWritesNothing() throws Exception {
        ChooseViewModel model = choosing(draft());
        model.keyProperty().set(KeyFiles.pkcs12(temp.resolve("counsel.p12"), "correct horse"));
        char[] wrong = "wrong".toCharArray();
        model.write(out, wrong);
        assertThat(writing.outcomeProperty().get()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.signature()).isTrue();
            assertThat(failed.told().what()).contains("another password");
        });
        assertThat(out).doesNotExist();
        assertThat(on.open
                        .archive
                        .records()
                        .list(RecordKind.BUNDLE, ListQuery.latest(10))
                        .total())
                .isZero();
        assertThat(wrong).containsOnly('\0');
    }

    @Test
    void signsWithTheKeyAndForgetsItsPassword() throws Exception {
        ChooseViewModel model = choosing(draft());
        model.keyProperty().set(KeyFiles.pkcs12(temp.resolve("counsel.p12"), "correct horse"));
        char[] password = "correct horse".toCharArray();
        model.write(out, password);
        assertThat(Files.readString(written().served().pdf(), StandardCharsets.ISO_8859_1))
                .contains("/ByteRange");
        assertThat(password).containsOnly('\0');
    }

    @Test
    void leavesNoReducedVersionInWhichAProtectedWordIsLeft() {
        ChooseViewModel model = choosing(draft(BundleVersion.PARTY));
        assertThat(model.reducedProperty().get()).isTrue();
        model.wordsProperty().set("lantern street\nthousand\n");
        model.write(out, new char[0]);
        assertThat(writing.outcomeProperty().get()).isInstanceOf(Outcome.Failed.class);
        assertThat(on.open.archive.bundles().servings(0, 10).total()).isZero();
    }

    @Test
    void saysWhichVersionsAreOutWhenALaterOneIsRefused() {
        ChooseViewModel model = choosing(draft(BundleVersion.CONFIDENTIAL, BundleVersion.PARTY));
        model.wordsProperty().set("thousand");
        model.write(out, new char[0]);
        assertThat(writing.outcomeProperty().get())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.before())
                                .singleElement()
                                .satisfies(reference -> assertThat(on.open
                                                .archive
                                                .bundles()
                                                .serving(reference)
                                                .version())
                                        .contains(BundleVersion.CONFIDENTIAL)));
        // written once more without the word, it is still the same draft
        choosing(model.draft()).write(temp.resolve("again"), new char[0]);
        assertThat(written().versions()).hasSize(2);
        assertThat(on.open
                        .archive
                        .records()
                        .list(RecordKind.BUNDLE, ListQuery.latest(10))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void saysWhichVersionsAreOutWhenItIsStoppedBeforeALaterOne() {
        on.direct.jobs().addListener((ListChangeListener<Job>) change -> change.getList()
                .forEach(job -> job.stageProperty().subscribe(stage -> {
                    if (on.open.archive.bundles().servings(0, 1).total() > 0) {
                        job.cancel();
                    }
                })));
        choosing(draft(BundleVersion.CONFIDENTIAL, BundleVersion.PARTY)).write(out, new char[0]);
        assertThat(writing.outcomeProperty().get())
                .isInstanceOfSatisfying(
                        Outcome.Stopped.class,
                        stopped -> assertThat(stopped.before()).hasSize(1));
    }

    @Test
    void asksForNoWordsWhereNothingIsTakenOut() {
        assertThat(choosing(draft()).reducedProperty().get()).isFalse();
        assertThat(choosing(draft(BundleVersion.CONFIDENTIAL)).reducedProperty().get())
                .isFalse();
    }

    @Test
    void keepsOneRecordOfADraftThatIsWrittenTwice() {
        BundleDraft draft = draft();
        choosing(draft).write(out, new char[0]);
        choosing(draft).write(temp.resolve("again"), new char[0]);
        assertThat(written().versions()).hasSize(1);
        assertThat(on.open.archive.bundles().servings(0, 10).total()).isEqualTo(2);
        assertThat(on.open
                        .archive
                        .records()
                        .list(RecordKind.BUNDLE, ListQuery.latest(10))
                        .total())
                .isEqualTo(1);
    }
}
