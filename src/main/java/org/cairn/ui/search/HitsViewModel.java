package org.cairn.ui.search;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.cairn.archive.ConsentScope;
import org.cairn.archive.Handover;
import org.cairn.archive.HitReport;
import org.cairn.domain.search.HitFormat;
import org.cairn.domain.search.SearchRequest;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// All that a search found, before it leaves as a list: written as what, for which use, for whom.
final class HitsViewModel {

    private final Desk desk;
    private final Messages own;
    private final Supplier<SearchRequest> request;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ObservableSet<HitFormat> formats = FXCollections.observableSet(EnumSet.of(HitFormat.CSV));
    private final StringProperty scope = new SimpleStringProperty(Handover.TO_A_TRIBUNAL.scope());
    private final StringProperty recipient = new SimpleStringProperty("");
    private final BooleanProperty met = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// @param request what the answer on the screen answers
    HitsViewModel(Desk desk, Supplier<SearchRequest> request) {
        this.desk = desk;
        this.own = desk.words().of("search");
        this.request = request;
        // what was found met before was about another use or recipient
        scope.subscribe((was, is) -> met.set(false));
        recipient.subscribe((was, is) -> met.set(false));
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    /// What it is written as.
    ObservableSet<HitFormat> formats() {
        return formats;
    }

    /// The uses for which something can leave.
    static List<String> uses() {
        return ConsentScope.leaving();
    }

    /// The use, as a code.
    StringProperty scopeProperty() {
        return scope;
    }

    /// Who gets it; empty where anybody may.
    StringProperty recipientProperty() {
        return recipient;
    }

    /// Whether somebody found every condition of the witnesses met.
    BooleanProperty metProperty() {
        return met;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    void toggle() {
        told.set(null);
        shown.set(!shown.get());
    }

    /// Writes the list into a folder.
    void write(Path folder) {
        told.set(null);
        Set<HitFormat> chosen = Set.copyOf(formats);
        Handover handover = new Handover(
                scope.get(), Optional.of(recipient.get().strip()).filter(who -> !who.isEmpty()), met.get());
        SearchRequest asked = request.get();
        Locale language = desk.words().locale();
        desk.tasks()
                .start(
                        own.text("hits.title"),
                        progress ->
                                desk.archive().hitReports().write(asked, chosen, folder, handover, language, progress),
                        report -> told.set(Told.success(written(report))),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private String written(HitReport report) {
        String files = report.files().values().stream()
                .map(Path::toString)
                .sorted()
                .map(Direction::isolate)
                .collect(Collectors.joining(own.text("unseen.between")));
        String listed =
                own.text("hits.written", report.tail().items(), report.tail().places(), files);
        return report.tail().keptBack() == 0
                ? listed
                : listed + " " + own.text("hits.keptBack", report.tail().keptBack());
    }
}
