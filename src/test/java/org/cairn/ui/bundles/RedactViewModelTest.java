package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Reference;
import org.cairn.drawing.Box;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is drawn or confirmed is in the draft at once; what was not confirmed is not.
@SuppressWarnings("NullAway.Init") // made before each test
class RedactViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private DraftViewModel draft;
    private RedactViewModel model;
    private Reference statement;
    private Reference paper;

    @BeforeEach
    void begin() throws Exception {
        on = new OnADesk(temp);
        new BundlesViewModel(on.desk).begin(id -> {
            draft = new DraftViewModel(on.desk);
            draft.open(id, () -> {
                throw new AssertionError("the draft is there");
            });
        });
        statement = on.open.sealedStatement("Doctor Harlan came at night.", "I saw Harlan again.");
        paper = on.open
                .take(OpenArchive.file(temp, "receipt.txt", "Received from Harlan by Harlanson"))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        draft.add(List.of(statement, paper));
        model = new RedactViewModel(on.desk, draft);
        model.begin(statement);
    }

    @AfterEach
    void lock() {
        model.close();
        draft.close();
        on.close();
    }

    private List<BundleDraft.Redacted.Part> parts(Reference reference) {
        return draft.exhibit(reference).orElseThrow().parts();
    }

    @Test
    void ticksWholeWordsAndBlacksOutWhatIsTicked() {
        model.found().wordsProperty().set("harlan\n\n  ");
        model.found().find();

        assertThat(model.found().lines()).hasSize(4);
        assertThat(model.found().confirmedProperty().get()).isEqualTo(3);
        model.found().lines().getFirst().confirmed().set(false);
        model.reasonProperty().set("SOURCE");
        model.found().redactConfirmed();

        assertThat(parts(statement)).hasSize(1);
        assertThat(parts(paper)).hasSize(1);
        assertThat(parts(paper).getFirst().what().reason()).isEqualTo("SOURCE");
        assertThat(parts(paper).getFirst().from()).isEqualTo(BundleVersion.CONFIDENTIAL);
        assertThat(model.found().lines())
                .extracting(line -> model.found().waits(line.found()))
                .containsExactly(true, false, false, true);
        assertThat(model.found().confirmedProperty().get()).isZero();
        assertThat(model.movedProperty().get()).isFalse();
    }

    @Test
    void drawsOnThePageAndTakesAwayAgain() {
        model.draw(1, new Box(0.25, 0.5, 0.25, 0.125));

        assertThat(parts(statement)).hasSize(1);
        assertThat(model.covers(1)).containsExactly(new Box(0.25, 0.5, 0.25, 0.125));
        model.withholdPage(1);
        assertThat(parts(statement)).hasSize(2);
        assertThat(parts(statement).getLast().what().area().whole()).isTrue();

        model.remove(parts(statement).getFirst());
        assertThat(parts(statement)).hasSize(1);
        model.remove(parts(statement).getFirst());
        assertThat(draft.exhibit(statement).orElseThrow().redacted()).isEmpty();
    }

    @Test
    void asksForALookWhereThePagesAreLaidOutAnew() {
        model.found().wordsProperty().set("Harlan");
        model.found().find();
        model.found().redactConfirmed();
        draft.settings().profileProperty().set("us-cmecf");
        model.close();
        model = new RedactViewModel(on.desk, draft);
        model.begin(statement);
        assertThat(model.movedProperty().get()).isTrue();
        var before = parts(statement);

        model.confirmMoved();

        assertThat(model.movedProperty().get()).isFalse();
        assertThat(parts(statement)).hasSameSizeAs(before).isNotEqualTo(before);
    }

    /// Areas that were drawn on other pages than these are not joined by new ones, which would make them fit.
    @Test
    void drawsNothingWhileAreasThatAreThereMayCoverSomethingElse() {
        model.draw(1, new Box(0.25, 0.5, 0.25, 0.125));
        draft.settings().profileProperty().set("us-cmecf");
        model.begin(statement);
        assertThat(model.movedProperty().get()).isTrue();

        model.draw(1, new Box(0.5, 0.5, 0.25, 0.125));

        assertThat(parts(statement)).hasSize(1);
        assertThat(model.toldProperty().get()).isNotNull();
    }

    @Test
    void forgetsWhatWasFoundOnPagesThatMayBeOthersSince() {
        model.found().wordsProperty().set("Harlan");
        model.found().find();
        assertThat(model.found().lines()).isNotEmpty();

        model.begin(paper);

        assertThat(model.found().lines()).isEmpty();
        assertThat(model.found().lookedProperty().get()).isFalse();
    }

    @Test
    void remembersTheWordsThatMustNotBeLeft() {
        model.found().wordsProperty().set("nobody\nHarlan");
        model.found().find();
        model.found().redactConfirmed();
        assertThat(model.found().hiddenWords()).containsExactly(Map.entry("Harlan", BundleVersion.CONFIDENTIAL));

        model.remove(parts(statement).getFirst());
        assertThat(model.found().lines())
                .filteredOn(line -> model.found().waits(line.found()))
                .hasSize(2);
    }

    @Test
    void proposesWhoTheWitnessesAre() {
        Reference witness = on.open.witnessCalled("Layla Haddad");
        draft.add(List.of(on.open
                .archive
                .testimonies()
                .keep(OpenArchive.testimony(witness, "I gave blood."))
                .reference()));
        model.found().wordsProperty().set("Harlan");

        model.found().propose();

        assertThat(model.found().wordsProperty().get().lines()).contains("Harlan", "Layla Haddad", "Haddad");
    }
}
