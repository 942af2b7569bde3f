package org.cairn.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.cairn.domain.RecordKind;
import org.cairn.domain.search.CourtUse;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.Hit.Snippet;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Beside;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.Fitted;
import org.cairn.ui.documents.FittedCell;
import org.cairn.ui.documents.MarkedText;
import org.jspecify.annotations.Nullable;

/// One find: what it is, and up to three of its passages with the words marked.
final class ResultCell extends FittedCell<@Nullable Hit> {

    private static final int SIDES = 44;
    private static final int PLACE = 58;
    private static final double LEAST_OF_TITLE = 180;

    private final Words words;
    private final Messages own;
    private final ListView<?> list;

    ResultCell(Words words, ListView<?> list) {
        this.words = words;
        this.own = words.of("search");
        this.list = list;
        getStyleClass().add("result-cell");
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean nothing) {
        super.updateItem(hit, nothing);
        setGraphic(hit == null || nothing ? null : card(hit));
        setAccessibleText(hit == null || nothing ? null : hit.reference() + " " + title(words, hit));
    }

    private Node card(Hit hit) {
        Label reference = new Label(hit.reference().toString());
        reference.getStyleClass().add("reference");
        reference.setMinWidth(USE_PREF_SIZE);
        Label title = new Label(title(words, hit));
        title.getStyleClass().add("result-title");
        Direction.own(title);
        title.setMinWidth(0);
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox named = new HBox(8, reference, title);
        named.setAlignment(Pos.CENTER_LEFT);
        Beside head =
                new Beside(8, named, new HBox(Badge.of(hit.protection(), words)), Beside.Grows.FIRST, LEAST_OF_TITLE);
        Label facts = new Label(facts(hit));
        facts.getStyleClass().add("quiet");
        facts.setWrapText(true);
        Fitted card = new Fitted(4, list.widthProperty().subtract(SIDES), head, facts);
        card.getStyleClass().add("result");
        // beneath, for its words would leave the title no room
        hit.court()
                .filter(use -> use != CourtUse.ALLOWED)
                .ifPresent(use -> card.getChildren().add(new HBox(Badge.of(use, words))));
        hit.snippets().forEach(snippet -> card.getChildren().add(passage(snippet)));
        return card;
    }

    private Node passage(Snippet snippet) {
        Label place = new Label(SearchView.shortly(snippet.pinpoint()));
        place.getStyleClass().addAll("reference", "result-place");
        place.setMinWidth(52);
        MarkedText text = new MarkedText(snippet.text().replace('\n', ' '), snippet.highlights());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(6, place, noted(text, snippet));
        row.setAlignment(Pos.TOP_LEFT);
        row.setMinWidth(0);
        return row;
    }

    /// Under it: that a name stands there in other letters than were asked for, that a machine made it out on a
    /// picture, which may not be what stands there; and in which rows of a
    /// sheet or messages of a chat it stands.
    private Node noted(MarkedText text, Snippet snippet) {
        List<Label> notes = new ArrayList<>();
        if (snippet.recognised()) {
            notes.add(Headed.quiet(own.text("hit.recognised")));
        }
        if (!snippet.alsoAs().isEmpty()) {
            notes.add(Headed.quiet(own.text("hit.alsoAs", String.join(", ", snippet.alsoAs()))));
        }
        snippet.extent().map(words::extent).map(Headed::quiet).ifPresent(notes::add);
        if (notes.isEmpty()) {
            return text;
        }
        Fitted both = new Fitted(2, list.widthProperty().subtract(SIDES + PLACE), text);
        both.getChildren().addAll(notes);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    /// What a find is called: a witness is not known by a name, and a message by what it says it is about.
    static String title(Words words, Hit hit) {
        return hit.reference().kind() == RecordKind.WITNESS
                ? words.vocabulary("witness-category", hit.title())
                : hit.said().map(words::said).orElse(hit.title());
    }

    private String facts(Hit hit) {
        Stream<@Nullable String> parts = Stream.of(
                own.text("kind." + hit.reference().kind().code()),
                type(words, hit.type()),
                date(words, hit).orElse(null),
                hit.language().map(words::language).orElse(null));
        List<String> told = parts.filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(part -> !part.isBlank())
                .distinct()
                .toList();
        return String.join("  ·  ", told);
    }

    /// What only the file says is told as that; the mark of doubt is in the words then.
    private Optional<String> date(Words words, Hit hit) {
        return hit.date()
                .map(date -> hit.dateClaimed()
                        ? own.text("date.claimed", words.dated(date.replace("?", "")))
                        : words.dated(date));
    }

    /// A form such as `event/1` is called what its records are.
    private static String form(Messages own, String code) {
        int slash = code.indexOf('/');
        String key = "kind." + (slash < 0 ? code : code.substring(0, slash));
        return own.has(key) ? own.text(key) : code;
    }

    /// A type by its name, whichever vocabulary it is from.
    static String type(Words words, String code) {
        return words.type(code).orElseGet(() -> form(words.of("search"), code));
    }
}
