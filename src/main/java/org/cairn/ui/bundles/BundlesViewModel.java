package org.cairn.ui.bundles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Bundles;
import org.cairn.archive.Drafts;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.BundleInHand;
import org.jspecify.annotations.Nullable;

/// The drafts on the desk, and the bundles kept in the archive.
final class BundlesViewModel {

    private static final int MOST = 500;
    private static final int STORY = 200;

    /// A draft on the desk.
    record DraftLine(String id, BundleDraft draft, Instant savedAt) {
        @Override
        public String toString() {
            return "DraftLine";
        }
    }

    /// A bundle kept in the archive.
    ///
    /// @param written the lines of the ledger that say it was written, in order; none where it never was
    record KeptLine(Summary summary, BundleDraft draft, List<CustodyEvent> written) {
        @Override
        public String toString() {
            return summary.reference().toString();
        }
    }

    private final Desk desk;
    private final BundleInHand hand;
    private final ServingsViewModel servings;
    private final ObservableList<DraftLine> drafts = FXCollections.observableArrayList();
    private final ObservableList<KeptLine> kept = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final StringProperty court =
            new SimpleStringProperty(Bundles.profiles().getFirst());

    BundlesViewModel(Desk desk) {
        this.desk = desk;
        this.hand = new BundleInHand(desk.archive().drafts());
        this.servings = new ServingsViewModel(desk, this::fail);
    }

    /// What was served.
    ServingsViewModel servings() {
        return servings;
    }

    ObservableList<DraftLine> drafts() {
        return drafts;
    }

    ObservableList<KeptLine> kept() {
        return kept;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether the lists have been looked up.
    BooleanProperty loadedProperty() {
        return loaded;
    }

    /// Looks again.
    void reload() {
        servings.reload();
        look();
    }

    /// Looks again, and opens one serving.
    void reload(Reference serving) {
        servings.open(serving);
        look();
    }

    private void look() {
        desk.tasks()
                .fetch(
                        this::found,
                        found -> {
                            drafts.setAll(found.drafts());
                            kept.setAll(found.kept());
                            loaded.set(true);
                        },
                        this::fail);
    }

    /// The court that a new bundle is for.
    StringProperty courtProperty() {
        return court;
    }

    /// What a new bundle for the chosen court begins with.
    BundleDraft beginning() {
        Messages own = desk.words().of("bundles");
        String language = own.locale().getLanguage();
        return Bundles.fromTemplate(
                court.get(),
                own.text("new.title"),
                new LanguageTag(Bundles.languages().contains(language) ? language : "en"));
    }

    /// Begins a draft for the chosen court.
    ///
    /// @param then called with its id
    void beginForCourt(Consumer<String> then) {
        lay(this::beginning, then);
    }

    /// Begins a draft with one section, for no court yet.
    ///
    /// @param then called with its id
    void begin(Consumer<String> then) {
        Messages own = desk.words().of("bundles");
        LanguageTag language = new LanguageTag(own.locale().getLanguage());
        lay(() -> BundleInHand.blank(own.text("new.title"), own.text("new.section"), language), then);
    }

    /// Begins a draft from a bundle that was kept.
    void again(BundleDraft from, Consumer<String> then) {
        lay(() -> from, then);
    }

    /// Begins a draft of what is late for a serving.
    void late(ServingsViewModel.Line line, Consumer<String> then) {
        lay(() -> servings.late(line), then);
    }

    /// Takes a draft off the desk.
    void discard(String id) {
        desk.tasks().run(() -> desk.archive().drafts().discard(id), this::reload, this::fail);
    }

    private void lay(Supplier<BundleDraft> draft, Consumer<String> then) {
        desk.tasks()
                .fetch(
                        () -> {
                            String id = hand.freshId();
                            hand.save(id, draft.get());
                            return id;
                        },
                        then,
                        this::fail);
    }

    private record Found(List<DraftLine> drafts, List<KeptLine> kept) {
        @Override
        public String toString() {
            return "Found";
        }
    }

    private Found found() {
        List<DraftLine> onDesk = hand.all().stream().map(BundlesViewModel::line).toList();
        List<KeptLine> inArchive =
                desk.archive().records().list(RecordKind.BUNDLE, ListQuery.latest(MOST)).items().stream()
                        .map(this::line)
                        .toList();
        return new Found(onDesk, inArchive);
    }

    private static DraftLine line(Drafts.Draft draft) {
        return new DraftLine(draft.id(), BundleInHand.read(draft), draft.savedAt());
    }

    private KeptLine line(Summary summary) {
        Reference reference = summary.reference();
        List<CustodyEvent> written = desk.archive().custody().events(Optional.of(reference), 0, STORY).stream()
                .filter(event -> event.action().equals("BUNDLE_WRITTEN"))
                .toList();
        return new KeptLine(summary, desk.archive().bundles().draft(reference), written);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
