package org.cairn.ui.alike;

import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.AlikeTexts;
import org.cairn.archive.Archive;
import org.cairn.archive.Lookalikes.Suggestion;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Way;
import org.cairn.domain.Summary;
import org.cairn.domain.reading.Reading;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.cairn.ui.pages.Pictures;
import org.jspecify.annotations.Nullable;

/// Two items beside each other, and what somebody says that they are to each other.
final class PairViewModel implements AutoCloseable {

    private static final String PDF = "application/pdf";

    private final Desk desk;
    private final Reference earlier;
    private final Reference later;
    private final ObjectProperty<@Nullable Pair> pair = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final BooleanProperty graphicAsked = new SimpleBooleanProperty();
    private boolean closed;

    /// One of the two.
    ///
    /// @param look what its first page or picture is drawn from: a media type; empty where it has no looks
    record Side(Summary item, Optional<String> look, boolean graphic) {
        @Override
        public String toString() {
            return "Side " + item.reference();
        }
    }

    /// The two.
    ///
    /// @param alike in which way they look alike; empty where that is settled already
    record Pair(Side earlier, Side later, Optional<Suggestion> alike, AlikeTexts texts) {
        /// Whether what they look like can be shown beside each other.
        boolean look() {
            return earlier.look().isPresent() && later.look().isPresent();
        }

        boolean graphic() {
            return earlier.graphic() || later.graphic();
        }
    }

    PairViewModel(Desk desk, Reference one, Reference other) {
        this.desk = desk;
        this.earlier = one.number() < other.number() ? one : other;
        this.later = earlier.equals(one) ? other : one;
    }

    ObjectProperty<@Nullable Pair> pairProperty() {
        return pair;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether somebody asked to see graphic material.
    BooleanProperty graphicAskedProperty() {
        return graphicAsked;
    }

    Reference earlier() {
        return earlier;
    }

    Reference later() {
        return later;
    }

    boolean mayJudge() {
        return desk.archive().lookalikes().mayJudge();
    }

    void load() {
        desk.tasks().fetch(this::loaded, this::show, this::fail);
    }

    private Pair loaded() {
        Archive archive = desk.archive();
        Optional<Suggestion> alike = archive.lookalikes().of(later).stream()
                .filter(one -> one.other().reference().equals(earlier))
                .findFirst();
        return new Pair(side(earlier), side(later), alike, archive.lookalikes().compare(earlier, later));
    }

    private Side side(Reference reference) {
        Archive archive = desk.archive();
        EvidenceItem item = (EvidenceItem) archive.records().open(reference).record();
        String type = archive.evidence()
                .reading(reference)
                .map(Reading::mediaType)
                .filter(known -> !known.isBlank())
                .orElse(item.mediaType());
        Optional<String> look =
                Optional.of(type).filter(known -> !item.physical() && (known.equals(PDF) || Pictures.shows(known)));
        return new Side(archive.records().summary(reference).orElseThrow(), look, item.graphic());
    }

    private void show(Pair fresh) {
        if (!closed) {
            pair.set(fresh);
        }
    }

    /// Says what the later one is to the earlier one, or the other way round.
    void relate(Way way, boolean inverse) {
        settle(
                () -> inverse
                        ? desk.archive().relatives().relate(earlier, way, later)
                        : desk.archive().relatives().relate(later, way, earlier),
                "alike.related");
    }

    /// Says that they are not the same, however much they look alike.
    void notTheSame() {
        settle(
                () -> {
                    desk.archive().lookalikes().notTheSame(later, earlier);
                    return later;
                },
                "alike.kept");
    }

    private void settle(Callable<?> change, String said) {
        told.set(null);
        desk.tasks()
                .fetch(
                        () -> {
                            change.call();
                            return loaded();
                        },
                        fresh -> {
                            show(fresh);
                            told.set(Told.success(desk.words().of("evidence").text(said)));
                        },
                        this::fail);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }

    @Override
    public void close() {
        closed = true;
        pair.set(null);
    }
}
