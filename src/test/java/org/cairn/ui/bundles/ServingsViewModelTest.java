package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.archive.Choices;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.ui.bundles.ServingsViewModel.Line;
import org.cairn.ui.bundles.WritingViewModel.Outcome;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was served is found again, and late pages go on from there.
@SuppressWarnings("NullAway.Init") // made before each test
class ServingsViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private ServingsViewModel model;
    private Reference statement;

    @BeforeEach
    void begin() {
        on = new OnADesk(temp);
        model = new ServingsViewModel(on.desk, 2, failure -> {
            throw new AssertionError(failure);
        });
        statement = on.open.sealedStatement("They promised ten thousand.");
    }

    @AfterEach
    void lock() {
        on.close();
    }

    private BundleDraft draft(String title, Reference... exhibits) {
        return BundleInHand.blank(title, "Statements", new LanguageTag("en"))
                .withSections(List.of(new BundleDraft.Section(
                        "Statements",
                        List.of(exhibits).stream()
                                .map(reference -> new BundleDraft.Exhibit(reference, ""))
                                .toList())));
    }

    private Reference serve(BundleDraft draft, String folder) {
        try (WritingViewModel writing = new WritingViewModel(on.desk)) {
            writing.write(draft, Choices.NONE, temp.resolve(folder));
            return ((Outcome.Written) java.util.Objects.requireNonNull(
                            writing.outcomeProperty().get()))
                    .versions()
                    .getFirst()
                    .serving()
                    .orElseThrow();
        }
    }

    private List<Line> lines() {
        return model.shownProperty().get().lines();
    }

    @Test
    void listsWhatWasServedTheLastFirstAPageAtATime() {
        Reference first = serve(draft("One", statement), "a");
        Reference second = serve(draft("Two", statement), "b");
        Reference third = serve(draft("Three", statement), "c");
        model.reload();
        assertThat(lines()).extracting(Line::reference).containsExactly(third, second);
        assertThat(model.shownProperty().get().older()).isTrue();
        model.older();
        assertThat(lines()).extracting(Line::reference).containsExactly(first);
        assertThat(model.shownProperty().get().older()).isFalse();
        model.newer();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void opensAServingOnThePageOnWhichItStands() {
        Reference first = serve(draft("One", statement), "a");
        serve(draft("Two", statement), "b");
        serve(draft("Three", statement), "c");
        model.open(first);
        assertThat(lines()).extracting(Line::reference).containsExactly(first);
        assertThat(model.openedProperty().get()).isEqualTo(first);
        assertThat(lines().getFirst().serving().exhibits())
                .singleElement()
                .satisfies(standing -> assertThat(standing.exhibit()).isEqualTo(statement));
    }

    @Test
    void beginsLatePagesFromWhatWasServedBehindIt() {
        Reference first = serve(draft("One", statement), "a");
        model.reload();
        List<String> begun = new ArrayList<>();
        BundlesViewModel list = new BundlesViewModel(on.desk);
        list.late(lines().getFirst(), begun::add);
        BundleDraft late = new BundleInHand(on.open.archive.drafts())
                .load(begun.getFirst())
                .orElseThrow();
        assertThat(late.how().after()).contains(first);
        assertThat(late.references()).containsExactly(statement);
        assertThat(late.title()).isEqualTo("One");
    }

    @Test
    void saysWhichLatePagesFollowedIt() throws Exception {
        Reference first = serve(draft("One", statement), "a");
        Reference paper = on.open
                .archive
                .evidence()
                .take(
                        List.of(OpenArchive.file(temp, "late.txt", "A late letter")),
                        OpenArchive.terms(org.cairn.domain.Protection.PUBLIC),
                        org.cairn.progress.Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        Reference second = serve(
                draft("One", statement, paper)
                        .made(new BundleMaking(List.of(), List.of(), false, false, Optional.of(first))),
                "b");
        model.reload();
        assertThat(model.shownProperty().get().followed()).containsOnly(java.util.Map.entry(first, second));
    }
}
