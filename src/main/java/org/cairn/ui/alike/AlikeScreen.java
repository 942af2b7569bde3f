package org.cairn.ui.alike;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.StackPane;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Place;

/// What looks alike: the list of pairs, and the pair that was opened from it or from an item.
public final class AlikeScreen extends StackPane implements AutoCloseable {

    private static final String WORD = "alike";

    private final Desk desk;
    private Runnable leave = () -> {};

    public AlikeScreen(Desk desk) {
        this.desk = desk;
        setId("alike-screen");
    }

    /// Where all pairs are listed.
    public static Place all() {
        return Place.of("evidence", WORD);
    }

    /// Where two items are beside each other.
    public static Place of(Reference one, Reference other) {
        return Place.of("evidence", WORD + " " + one + " " + other);
    }

    /// Whether a place is one of these.
    public static boolean isHere(Place place) {
        return place.reference().isEmpty()
                && Stream.of(place.words().split(" "))
                        .findFirst()
                        .filter(WORD::equals)
                        .isPresent();
    }

    /// Shows what a place names.
    public void arrive(Place place) {
        List<Reference> named = Stream.of(place.words().split(" "))
                .skip(1)
                .flatMap(word -> Reference.tryParse(word).stream())
                .filter(reference -> reference.kind() == RecordKind.EVIDENCE)
                .toList();
        close();
        if (named.size() == 2) {
            PairViewModel pair = new PairViewModel(desk, named.getFirst(), named.getLast());
            getChildren().setAll(new PairView(desk, pair));
            leave = pair::close;
            pair.load();
        } else {
            AlikeListViewModel list = new AlikeListViewModel(desk);
            getChildren().setAll(new AlikeListView(desk, list));
            leave = list::close;
            list.more();
        }
    }

    @Override
    public void close() {
        leave.run();
        leave = () -> {};
        getChildren().clear();
    }
}
