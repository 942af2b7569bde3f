package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Reference;
import org.cairn.ui.bundles.Outline.Spot;
import org.cairn.ui.bundles.PreviewViewModel.Standing;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages beside a draft are those that would be written, and say so when they are not any more.
@SuppressWarnings("NullAway.Init") // made before each test
class PreviewViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private DraftViewModel draft;
    private PreviewViewModel model;

    @BeforeEach
    void begin() {
        on = new OnADesk(temp);
        new BundlesViewModel(on.desk).begin(id -> {
            draft = new DraftViewModel(on.desk);
            draft.open(id, () -> {
                throw new AssertionError("the draft is there");
            });
        });
        model = new PreviewViewModel(on.desk, draft);
    }

    @AfterEach
    void lock() {
        model.close();
        draft.close();
        on.close();
    }

    private void settle() {
        on.direct.tick();
        on.direct.tick();
    }

    @Test
    void followsTheDraftAMomentAfterTheLastChange() {
        assertThat(model.standingProperty().get()).isEqualTo(Standing.EMPTY);

        draft.add(List.of(on.open.sealedStatement("They paid at night.")));
        assertThat(model.standingProperty().get()).isEqualTo(Standing.STALE);
        on.direct.tick();
        assertThat(model.standingProperty().get()).isEqualTo(Standing.STALE);
        on.direct.tick();

        assertThat(model.standingProperty().get()).isEqualTo(Standing.FRESH);
        assertThat(model.pages().countProperty().get()).isEqualTo(model.lastPage());
        int before = model.lastPage();

        draft.add(List.of(on.open.sealedStatement("Nobody asked.")));
        assertThat(model.standingProperty().get()).isEqualTo(Standing.STALE);
        settle();
        assertThat(model.standingProperty().get()).isEqualTo(Standing.FRESH);
        assertThat(model.lastPage()).isGreaterThan(before);
    }

    @Test
    void goesToTheExhibitThatIsSelected() {
        Reference first = on.open.sealedStatement("They paid at night.");
        Reference second = on.open.sealedStatement("Nobody asked.");
        draft.add(List.of(first, second));
        settle();
        draft.selectedProperty().set(new Spot(0, 0));
        int page = model.pages().pageProperty().get();
        draft.selectedProperty().set(new Spot(0, 1));

        assertThat(page).isGreaterThan(2);
        assertThat(model.pages().pageProperty().get()).isGreaterThan(page);
        assertThat(model.printed(page)).isEqualTo(page);
    }

    @Test
    void showsTheVersionThatIsChosen() {
        Reference statement = on.open.sealedStatement("They paid at night.");
        draft.add(List.of(statement));
        draft.settings()
                .makingProperty()
                .set(new BundleMaking(
                        List.of(),
                        List.of(version(BundleVersion.CONFIDENTIAL), version(BundleVersion.PUBLIC)),
                        false,
                        false,
                        Optional.empty()));
        draft.change(draft.exhibit(statement)
                .orElseThrow()
                .withheld(Optional.of(new BundleDraft.Withheld(BundleVersion.PUBLIC, "WITNESS_IDENTITY"))));
        settle();
        int pages = model.lastPage();
        String[] text = new String[1];
        draft.selectedProperty().set(new Spot(0, 0));
        model.pages().text(found -> text[0] = found);
        assertThat(text[0]).doesNotContain("not in this version");

        model.versionProperty().set(Optional.of(BundleVersion.PUBLIC));
        draft.selectedProperty().set(null);
        draft.selectedProperty().set(new Spot(0, 0));
        model.pages().text(found -> text[0] = found);

        assertThat(model.lastPage()).isEqualTo(pages);
        assertThat(text[0]).contains("not in this version");
    }

    private static BundleMaking.Version version(BundleVersion kind) {
        return new BundleMaking.Version(kind, Optional.empty(), "SUBMIT_TRIBUNAL", Optional.empty());
    }

    @Test
    void saysWhyThereAreNoPages() throws Exception {
        Reference paper = on.open
                .take(OpenArchive.file(temp, "receipt.txt", "Received"))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        draft.add(List.of(paper));
        settle();
        assertThat(model.standingProperty().get()).isEqualTo(Standing.FRESH);
        draft.change(new BundleDraft.Exhibit(
                paper,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BundleDraft.Redacted(
                        Optional.of(org.cairn.domain.Fingerprint.of(new byte[] {1})), List.of()))));
        settle();

        assertThat(model.standingProperty().get()).isEqualTo(Standing.FAILED);
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what()
                        + model.toldProperty().get().advice())
                .contains("blacked out");
        assertThat(model.volumes()).isEmpty();
    }
}
