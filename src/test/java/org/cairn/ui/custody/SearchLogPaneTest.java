package org.cairn.ui.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.cairn.archive.AskedSearch;
import org.cairn.domain.Role;
import org.cairn.domain.search.SearchRequest;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.OnScreen;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What was searched for is read where custody is: one's own, or everybody's for the owner and auditors.
@SuppressWarnings("NullAway.Init") // made before each test
class SearchLogPaneTest {

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    @TempDir
    Path temp;

    private OnADesk on;
    private CustodyScreen custody;

    @BeforeEach
    void keepAStatement() {
        on = new OnADesk(temp);
        on.open.sealedStatement("I was asked my blood group.");
    }

    @AfterEach
    void lock() {
        on.close();
    }

    private void arrive() {
        screen.interact(() -> custody = new CustodyScreen(on.with(on.direct)));
        screen.show((javafx.scene.Parent) custody.view(), 1000, 640);
        screen.interact(() -> {
            Looks.dress(screen.stage().getScene(), Preferences.Theme.LIGHT);
            custody.arrive(Place.of("custody", "searches"));
        });
        screen.interact(() -> {});
    }

    private void search(String query) {
        on.open.archive.searches().search(SearchRequest.of(query));
    }

    @SuppressWarnings("unchecked") // made so by the pane
    private ListView<AskedSearch> lines() {
        return screen.node("#search-log-lines", ListView.class);
    }

    private String said() {
        return lines().lookupAll(".list-cell .label").stream()
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .collect(Collectors.joining(" | "));
    }

    @Test
    void saysHowItIsSwitchedOnAndLeadsTheOwnerThere() {
        arrive();
        assertThat(screen.node("#search-log-none", Label.class).getText()).contains("settings", "line of the ledger");
        screen.interact(() -> screen.node("#search-log-settings", javafx.scene.control.Button.class)
                .fire());
        assertThat(on.led).containsExactly(Place.of("settings"));
        assertThat(custody.place()).isEqualTo(Place.of("custody", "searches"));
    }

    @Test
    void showsWhoAskedWhatTheLatestFirstAndHowMuchWasFound() {
        on.open.archive.policies().putSearchesInLedger(true);
        search("blood");
        search("zebra");
        arrive();
        assertThat(lines().getItems())
                .extracting(search -> search.queries().getFirst())
                .containsExactly("zebra", "blood");
        assertThat(said()).contains("zebra", "blood", "found: 1", "found: 0");
        assertThat(shown("#search-log-settings")).isFalse();
        assertThat(shown("#search-log-state")).isFalse();
        assertThat(shown("#custody-events")).isFalse();
    }

    private boolean shown(String selector) {
        return Stream.iterate(screen.node(selector, Node.class), Objects::nonNull, Node::getParent)
                .allMatch(Node::isVisible);
    }

    @Test
    void narrowsToOnePersonForWhoeverReadsAll() {
        on.open.archive.policies().putSearchesInLedger(true);
        search("blood");
        on.open.reopenAs("layla", Set.of(Role.ANALYST));
        search("zebra");
        on.open.reopen();
        arrive();
        assertThat(lines().getItems()).hasSize(2);
        screen.interact(() -> persons().setValue("layla"));
        screen.interact(() -> {});
        assertThat(lines().getItems()).extracting(AskedSearch::person).containsExactly("layla");
        screen.interact(() -> persons().setValue(""));
        screen.interact(() -> {});
        assertThat(lines().getItems()).hasSize(2);
    }

    @SuppressWarnings("unchecked") // made so by the pane
    private ComboBox<String> persons() {
        return screen.node("#search-log-person", ComboBox.class);
    }

    @Test
    void showsOthersOnlyTheirOwn() {
        on.open.archive.policies().putSearchesInLedger(true);
        search("blood");
        on.open.reopenAs("layla", Set.of(Role.ANALYST));
        arrive();
        assertThat(screen.has("#search-log-person")).isFalse();
        assertThat(lines().getItems()).isEmpty();
        assertThat(screen.node("#search-log-none", Label.class).getText()).contains("your own");
    }

    @Test
    void hidesFromAnAuditorHowMuchWasFoundByWhoSeesMore() {
        on.open.archive.policies().putSearchesInLedger(true);
        search("blood");
        on.open.reopenAs("noor", Set.of(Role.AUDITOR));
        arrive();
        assertThat(said()).contains("blood", "sees more than you").doesNotContain("found: 1");
    }

    @Test
    void readsThemInParts() {
        on.open.archive.policies().putSearchesInLedger(true);
        for (int i = 0; i < 130; i++) {
            search("word" + i);
        }
        SearchLogViewModel model = new SearchLogViewModel(on.with(on.direct));
        model.refresh();
        assertThat(model.searches()).hasSize(100);
        assertThat(model.moreProperty().get()).isTrue();
        model.earlier();
        assertThat(model.searches()).hasSize(130).doesNotHaveDuplicates();
        assertThat(Objects.requireNonNull(model.searches().getLast()).queries()).containsExactly("word0");
        assertThat(model.moreProperty().get()).isFalse();
    }
}
