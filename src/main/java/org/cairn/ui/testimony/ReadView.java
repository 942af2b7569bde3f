package org.cairn.ui.testimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.archive.Differences;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.SubmissionOrigin;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.domain.search.CourtUse;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LinksCard;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A statement to read: the original, a translation beside it, and how it was taken. The original prevails.
final class ReadView extends VBox {

    /// What can be done from here.
    interface Ways {
        void goOn(Revision statement);

        void follow(Revision statement, InterviewKind how);

        /// @param from the translation to go on with, if any
        void translate(Revision revision, Testimony statement, Optional<Translation> from);

        void leave();
    }

    private final Revision revision;
    private final Testimony statement;
    private final List<AnsweredForm> answered;
    private final List<Node> answers = new ArrayList<>();
    private final Desk desk;
    private final Words words;
    private final Messages area;
    private final GridPane text = new GridPane();
    private final List<Node> paragraphs = new ArrayList<>();
    private final ScrollPane scroll;
    private final HeardStatement heard;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private @Nullable Node sentTo;

    /// @param answered what was answered to added questions, with their numbers
    ReadView(Revision revision, Testimony statement, List<AnsweredForm> answered, Desk desk, Ways ways) {
        this.revision = revision;
        this.statement = statement;
        this.answered = answered;
        this.desk = desk;
        this.words = desk.words();
        this.area = words.of("testimony");
        this.heard = new HeardStatement(revision.reference(), statement, desk);
        setId("read");
        heard.hearKeysIn(this);
        Headed page = new Headed(statement.title(), "");
        page.getChildren().add(1, facts());
        page.from(Glyphs.back("read-leave", area.text("read.leave"), ways::leave))
                .with(actions(ways));
        VBox.setVgrow(page, Priority.ALWAYS);
        text.getStyleClass().add("statement-text");
        text.setMinWidth(0); // two languages beside one another wrap within what there is
        scroll = Headed.scrolling(text);
        scroll.setFitToHeight(false);
        holdPlace();
        HBox body = new HBox(18, scroll, side());
        HBox.setHgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        page.getChildren().add(new Notice("read-notice", told, words.of("shell")));
        page.getChildren().add(languages(ways));
        page.getChildren().addAll(heard, body);
        getChildren().add(page);
        show(
                statement.translations().isEmpty()
                        ? null
                        : statement.translations().getFirst());
    }

    /// Shows a paragraph or an answer, and marks it.
    void point(Pinpoint place) {
        List<Node> among = place instanceof Pinpoint.OfAnswer ? answers : paragraphs;
        int number = place.ordinal();
        if (number < 1 || number > among.size()) {
            return;
        }
        paragraphs.forEach(node -> node.getStyleClass().remove("pointed"));
        answers.forEach(node -> node.getStyleClass().remove("pointed"));
        Node at = among.get(number - 1);
        at.getStyleClass().add("pointed");
        sentTo = at;
        Platform.runLater(this::bringUp);
    }

    /// Holds the place that somebody was sent to in the window while the text around it still finds its size, until
    /// they move themselves.
    private void holdPlace() {
        text.heightProperty().addListener((height, before, now) -> Platform.runLater(this::bringUp));
        scroll.viewportBoundsProperty().addListener((bounds, before, now) -> Platform.runLater(this::bringUp));
        scroll.addEventFilter(ScrollEvent.ANY, moved -> sentTo = null);
        scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, moved -> sentTo = null);
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, moved -> sentTo = null);
    }

    private void bringUp() {
        Node at = sentTo;
        if (at == null) {
            return;
        }
        scroll.layout();
        // an answer stands in a card in the text, not in the text itself
        double top = text.sceneToLocal(at.localToScene(at.getBoundsInLocal())).getMinY();
        double room = text.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp((top - 40) / room, 0, 1));
    }

    private FlowPane facts() {
        FlowPane row = new FlowPane(8, 6);
        Label reference = new Label(revision.reference().toString());
        reference.setId("read-reference");
        reference.getStyleClass().add("reference");
        row.getChildren()
                .addAll(
                        reference,
                        statement.sealed()
                                ? Badge.good(area.text("list.sealed"))
                                : Badge.waiting(area.text("list.open")),
                        Badge.of(statement.protection(), words),
                        Badge.neutral(statement.witness().toString()),
                        Badge.neutral(words.vocabulary(
                                "interview-kind", statement.interviewKind().name())),
                        Badge.neutral(words.language(statement.language())));
        desk.tasks()
                .fetch(
                        () -> desk.archive().searches().courtUse(revision.reference()),
                        (Optional<CourtUse> use) ->
                                use.ifPresent(allowed -> row.getChildren().add(Badge.of(allowed, words))),
                        failure -> told.set(desk.errors().tell(failure)));
        statement.follows().ifPresent(other -> row.getChildren().add(Badge.neutral(area.text("read.follows", other))));
        return row;
    }

    private Node[] actions(Ways ways) {
        List<Node> buttons = new ArrayList<>();
        buttons.add(Glyphs.button(
                "read-custody",
                Material2AL.HISTORY,
                area.text("read.custody"),
                () -> desk.go(Place.of("custody", revision.reference()))));
        buttons.add(Glyphs.button(
                "read-medical",
                words.of("medical").text("screen.new"),
                () -> desk.go(Place.of("medical", "new:" + statement.witness()))));
        if (statement.sealed()) {
            buttons.add(Glyphs.button(
                    "read-correct", area.text("read.correct"), () -> ways.follow(revision, InterviewKind.CORRECTION)));
            buttons.add(Glyphs.button(
                    "read-supplement",
                    area.text("read.supplement"),
                    () -> ways.follow(revision, InterviewKind.SUPPLEMENTARY)));
        } else {
            buttons.add(Glyphs.primary("read-go-on", area.text("read.goOn"), () -> ways.goOn(revision)));
        }
        buttons.forEach(button -> ((Region) button).setMinWidth(Region.USE_PREF_SIZE));
        return buttons.toArray(Node[]::new);
    }

    /// What stands beside the original: a translation, or the statement that this one follows.
    private HBox languages(Ways ways) {
        HBox row = new HBox(8);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Optional<CodePicker<Translation>> picker = picker();
        picker.ifPresent(row.getChildren()::add);
        if (desk.archive().testimonies().mayTranslate()
                && !statement.paragraphs().isEmpty()) {
            row.getChildren()
                    .add(Glyphs.button(
                            "read-translate",
                            Material2MZ.TRANSLATE,
                            area.text("read.translate"),
                            () -> ways.translate(
                                    revision,
                                    statement,
                                    picker.flatMap(shown -> Optional.ofNullable(shown.getValue())))));
        }
        statement.follows().ifPresent(earlier -> {
            ToggleButton compare = new ToggleButton(area.text("read.compare", earlier));
            compare.setId("read-compare");
            compare.selectedProperty().subscribe((was, is) -> compare(earlier, is));
            row.getChildren().add(compare);
        });
        return row;
    }

    private void compare(Reference earlier, boolean beside) {
        if (!beside) {
            scroll.setContent(text);
            return;
        }
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().open(earlier).record() instanceof Testimony before
                                ? Differences.between(before, statement)
                                : List.<Differences.Pair>of(),
                        pairs -> scroll.setContent(
                                new ComparedView(earlier, revision.reference(), pairs, statement.language(), words)),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private Optional<CodePicker<Translation>> picker() {
        if (statement.translations().isEmpty()) {
            return Optional.empty();
        }
        CodePicker<Translation> picker = new CodePicker<>(
                "read-translation",
                statement.translations(),
                translation -> area.text(
                        "read.translation",
                        words.language(translation.language()),
                        area.text("read.status." + translation.status()),
                        translation.translator()));
        picker.setMaxWidth(420);
        picker.setAccessibleText(area.text("read.translationName"));
        picker.setValue(statement.translations().getFirst());
        picker.valueProperty().subscribe((was, is) -> show(is));
        return Optional.of(picker);
    }

    private void show(@Nullable Translation translation) {
        text.getChildren().clear();
        text.getColumnConstraints().clear();
        paragraphs.clear();
        ColumnConstraints original = new ColumnConstraints();
        original.setPercentWidth(translation == null ? 100 : 50);
        text.getColumnConstraints().add(original);
        if (translation != null) {
            text.getColumnConstraints().add(original);
        }
        for (int i = 0; i < statement.paragraphs().size(); i++) {
            Node node = original(i + 1, statement.paragraphs().get(i));
            paragraphs.add(node);
            text.add(node, 0, i);
            if (translation != null) {
                boolean there = i < translation.paragraphs().size()
                        && !translation.paragraphs().get(i).isBlank();
                text.add(
                        there
                                ? paragraph(i + 1, translation.paragraphs().get(i), translation.language())
                                : Headed.quiet(area.text("read.untranslated")),
                        1,
                        i);
            }
        }
        answered(statement.paragraphs().size(), translation == null ? 1 : 2);
    }

    /// What was answered to added questions, below the account.
    private void answered(int from, int columns) {
        answers.clear();
        int row = from;
        for (AnsweredForm form : answered) {
            VBox lines = new VBox(2);
            lines.getStyleClass().add("answers");
            form.lines().forEach(line -> lines.getChildren().add(answer(line)));
            VBox card = Headed.card(form.title(), lines);
            form.origin().ifPresent(origin -> card.getChildren().add(1, Headed.quiet(from(origin))));
            card.setId("read-answers-" + (row - from + 1));
            GridPane.setMargin(card, new javafx.geometry.Insets(18, 0, 0, 0));
            text.add(card, 0, row++, columns, 1);
        }
    }

    private String from(SubmissionOrigin origin) {
        return words.of("questions")
                .text(
                        "read.from",
                        words.of("questions").text("tool." + origin.tool()),
                        Direction.isolate(origin.form()),
                        origin.source().map(Reference::toString).orElse("–"));
    }

    private Node answer(AnsweredForm.Numbered line) {
        Label label = new Label(line.line().label());
        label.setWrapText(true);
        label.getStyleClass().add(line.line().heading() ? "answer-heading" : "answer-label");
        HBox row = new HBox(12);
        row.setPadding(new javafx.geometry.Insets(2, 0, 2, 18.0 * line.line().depth()));
        if (line.line().heading()) {
            row.getChildren().add(label);
            return row;
        }
        Label number = new Label(words.number(line.number()));
        number.getStyleClass().add("answer-number");
        // read in its own direction, but beginning where the screen's lines begin
        Label said = Direction.own(new Label(line.line().text()));
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        label.setMinWidth(240);
        label.setMaxWidth(240);
        row.getChildren().addAll(number, label, said);
        if (line.line().namesPerson()) {
            row.getChildren().add(Badge.waiting(words.of("questions").text("read.names")));
        }
        if (line.line().asWritten()) {
            row.getChildren().add(Badge.neutral(words.of("questions").text("read.asWritten")));
        }
        row.getStyleClass().add("answer");
        answers.add(row);
        return row;
    }

    private Node original(int number, Paragraph paragraph) {
        VBox box = new VBox(4);
        paragraph.question().ifPresent(asked -> {
            Label question = new Label(area.text(
                    "read.question",
                    asked.text(),
                    words.vocabulary("question-type", asked.type().name())));
            question.setWrapText(true);
            question.getStyleClass().add("question-said");
            box.getChildren().add(question);
        });
        box.getChildren().add(paragraph(number, paragraph.text(), statement.language()));
        FlowPane notes = new FlowPane(6, 4);
        paragraph
                .basis()
                .ifPresent(basis -> notes.getChildren().add(Badge.neutral(words.vocabulary("basis", basis.name()))));
        if (paragraph.recording().isPresent() && paragraph.second().isPresent()) {
            int second = paragraph.second().get();
            notes.getChildren().add(heard.button(number, paragraph.recording().get(), second));
        }
        paragraph.exhibits().forEach(exhibit -> notes.getChildren().add(exhibit(exhibit)));
        if (!notes.getChildren().isEmpty()) {
            notes.getStyleClass().add("paragraph-notes");
            box.getChildren().add(notes);
        }
        box.getStyleClass().add("statement-paragraph");
        // question and notes stand on the side where the paragraph begins
        box.setNodeOrientation(orientation(paragraph.text(), statement.language()));
        return box;
    }

    private Node exhibit(Reference exhibit) {
        String shown = statement
                .mark(exhibit)
                .map(mark -> area.text("exhibits.mark", mark) + " (" + exhibit + ")")
                .orElse(exhibit.toString());
        var link =
                Glyphs.button("exhibit-" + exhibit, Material2MZ.OPEN_IN_NEW, shown, () -> desk.go(Place.to(exhibit)));
        link.getStyleClass().addAll("flat", "small");
        return link;
    }

    private Node paragraph(int number, String said, LanguageTag language) {
        Label count = new Label(words.number(number));
        count.getStyleClass().add("paragraph-number");
        Label spoken = new Label(said);
        spoken.setWrapText(true);
        spoken.getStyleClass().add("paragraph-text");
        spoken.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(spoken, Priority.ALWAYS);
        HBox row = new HBox(12, count, spoken);
        row.setNodeOrientation(orientation(said, language));
        return row;
    }

    private static NodeOrientation orientation(String said, LanguageTag language) {
        return language.equals(LanguageTag.UNDETERMINED) && Direction.of(said) != NodeOrientation.INHERIT
                ? Direction.of(said)
                : Direction.of(language);
    }

    private Node side() {
        VBox lines = new VBox(10);
        Interview interview = statement.interview();
        fact(lines, "interview.date", interview.date().map(words::date).orElse(""));
        fact(lines, "interview.place", interview.place());
        fact(lines, "interview.interviewer", interview.interviewer());
        fact(
                lines,
                "interview.interpreters",
                interview.interpreters().stream()
                        .map(Interview.Interpreter::code)
                        .collect(Collectors.joining(", ")));
        fact(
                lines,
                "interview.present",
                interview.present().stream()
                        .map(person -> area.text("present.said", person.code(), person.role()))
                        .collect(Collectors.joining(", ")));
        statement
                .readBack()
                .ifPresent(back -> fact(
                        lines,
                        "step.readBack",
                        area.text("read.readBack", back.by(), words.language(back.language()))));
        fact(
                lines,
                "read.declared",
                statement.declarations().stream()
                        .map(code -> words.vocabulary("declaration", code))
                        .collect(Collectors.joining("\n")));
        statement
                .signature()
                .ifPresent(signature -> fact(
                        lines,
                        "signature.card",
                        words.vocabulary("signature-mode", signature.mode().name())));
        fact(
                lines,
                "read.kept",
                area.text("read.keptBy", revision.number(), revision.author(), words.moment(revision.at())));
        Label hash = new Label(Direction.isolate(revision.hash().toString()));
        hash.getStyleClass().add("mono");
        hash.setWrapText(true);
        lines.getChildren().add(new VBox(2, named("read.fingerprint"), hash));
        LinksCard links = new LinksCard(revision.reference(), desk, Optional.of(this::point), told);
        links.setId("read-links");
        VBox cards = new VBox(14, Headed.card(area.text("read.how"), lines), links);
        if (desk.archive().witnesses().mayOpenIdentities()) {
            cards.getChildren().add(new IdentityCard(desk, statement.witness()));
        }
        ScrollPane side = Headed.scrolling(cards);
        side.getStyleClass().add("read-side");
        return side;
    }

    private void fact(VBox lines, String key, String said) {
        if (!said.isBlank()) {
            Label label = new Label(said);
            label.setWrapText(true);
            lines.getChildren().add(new VBox(2, named(key), label));
        }
    }

    private Label named(String key) {
        Label name = new Label(area.text(key));
        name.getStyleClass().add("field-help");
        return name;
    }
}
