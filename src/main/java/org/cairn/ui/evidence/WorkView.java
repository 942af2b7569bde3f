package org.cairn.ui.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.Lookalikes.Sense;
import org.cairn.archive.Lookalikes.Suggestion;
import org.cairn.archive.Relatives.Relative;
import org.cairn.archive.Reviews;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Assessment;
import org.cairn.domain.Assessment.Aspect;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Way;
import org.cairn.domain.Revision;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.cairn.ui.evidence.WorkViewModel.Work;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// What people hold of an item: who looked it through, how it is graded, whether it is what it claims, and what it is
/// to others.
final class WorkView extends ScrollPane {

    /// Whoever has not judged has not called anything reliable.
    private static final String UNGRADED = "F6";

    private final Words words;
    private final Messages own;
    private final WorkViewModel model;
    private final Consumer<Reference> open;
    private final Consumer<Reference> compare;
    private final VBox reviews = new VBox(6);
    private final VBox gradings = new VBox(6);
    private final VBox authenticities = new VBox(6);
    private final VBox relatives = new VBox(6);
    private final VBox alike = new VBox(6);

    /// @param compare lays another beside this one
    WorkView(Words words, WorkViewModel model, Consumer<Reference> open, Consumer<Reference> compare) {
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        this.open = open;
        this.compare = compare;
        VBox page = new VBox(
                14,
                new Notice("work-notice", model.toldProperty(), words.of("shell")),
                Headed.card(own.text("work.reviews"), reviews),
                card("work.grading", gradings, grading()),
                card("work.authenticity", authenticities, authenticity()),
                card("work.relations", relatives, relation()),
                Headed.card(own.text("alike.title"), alike));
        page.getStyleClass().add("tab-page");
        setId("work");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add("page-scroll");
        model.workProperty().subscribe(this::show);
    }

    private VBox card(String title, VBox lines, Node form) {
        return model.mayWork() ? Headed.card(own.text(title), lines, form) : Headed.card(own.text(title), lines);
    }

    private void show(@Nullable Work work) {
        if (work == null) {
            return;
        }
        fill(reviews, work.reviews().stream().map(this::reviewed).toList(), "work.reviewedByNobody");
        fill(gradings, assessed(work.gradings()), "work.notGraded");
        fill(authenticities, assessed(work.authenticities()), "work.notJudged");
        fill(relatives, work.relatives().stream().map(this::related).toList(), "work.notRelated");
        fill(alike, work.alike().stream().map(this::alike).toList(), "alike.none");
    }

    private void fill(VBox box, List<Node> lines, String none) {
        box.getChildren().setAll(lines.isEmpty() ? List.of(Headed.quiet(own.text(none))) : lines);
    }

    private Node reviewed(Reviews.Standing standing) {
        String who = own.text(
                "work.reviewed",
                standing.mark().person(),
                words.moment(standing.mark().at()),
                standing.mark().revision());
        HBox line = new HBox(8, new Label(who));
        line.setAlignment(Pos.CENTER_LEFT);
        if (standing.outdated()) {
            line.getChildren()
                    .add(Badge.waiting(own.text(standing.changed() ? "work.describedSince" : "work.readSince")));
        }
        return line;
    }

    /// The latest first; what it took the place of stays below it, quietly.
    private List<Node> assessed(List<Revision> revisions) {
        List<Node> lines = new ArrayList<>();
        for (Revision revision : revisions) {
            Assessment judged = (Assessment) revision.record();
            String value = judged.aspect() == Aspect.GRADING
                    ? words.grade(judged.value())
                    : words.vocabulary("authenticity", judged.value());
            Label what = new Label(value);
            what.setWrapText(true);
            what.getStyleClass().add(lines.isEmpty() ? "card-title" : "quiet");
            String who = judged.assessor().isBlank() ? revision.author() : judged.assessor();
            String when = judged.date().map(FuzzyDate::verbatim).orElseGet(() -> words.moment(revision.at()));
            lines.add(new VBox(
                    1,
                    what,
                    Headed.quiet(own.text(
                            "work.judged", Direction.isolate(who), when, Direction.isolate(judged.reason())))));
        }
        return lines;
    }

    private Node related(Relative relative) {
        Label way = new Label(words.vocabulary(
                relative.inverse() ? "relation-back" : "relation",
                relative.way().name()));
        way.setMinWidth(USE_PREF_SIZE);
        Reference other = relative.other().reference();
        Hyperlink link = new Hyperlink(other.toString());
        link.getStyleClass().add("reference");
        link.setId("relative-" + other);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(any -> open.accept(other));
        Label title = new Label(relative.other().title());
        HBox.setHgrow(title, Priority.SOMETIMES);
        HBox line = new HBox(8, way, link, title);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!relative.found() && model.mayWork()) {
            line.getChildren()
                    .add(Glyphs.quiet(
                            "unrelate-" + other,
                            Material2AL.CLOSE,
                            own.text("relate.undo"),
                            () -> model.unrelate(relative)));
        }
        return line;
    }

    private Node alike(Suggestion one) {
        Reference other = one.other().reference();
        Hyperlink link = new Hyperlink(other.toString());
        link.getStyleClass().add("reference");
        link.setId("alike-" + other);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(any -> open.accept(other));
        Label title = new Label(one.other().title());
        title.setNodeOrientation(Direction.of(one.other().title()));
        Label percent = Headed.quiet(own.text(
                one.sense() == Sense.WORDS ? "alike.percent" : "alike.picturePercent", String.valueOf(one.percent())));
        percent.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, link, title, percent, Headed.room());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren()
                .add(kept(Glyphs.button(
                        "alike-compare-" + other, own.text("alike.compare"), () -> compare.accept(other))));
        if (model.mayWork()) {
            line.getChildren()
                    .addAll(
                            kept(Glyphs.button(
                                    "alike-copy-" + other, own.text("alike.copy"), () -> model.relateCopy(other))),
                            kept(Glyphs.button(
                                    "alike-not-" + other, own.text("alike.unlike"), () -> model.notTheSame(other))));
        }
        return line;
    }

    private static Node kept(Button button) {
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Node grading() {
        CodePicker<String> source = picker("grade-source", "grade-source");
        CodePicker<String> information = picker("grade-information", "grade-information");
        standing(WorkViewModel::grade, UNGRADED, grade -> {
            source.setValue(grade.substring(0, 1));
            information.setValue(grade.substring(1));
        });
        TextField assessor = field("grade-assessor");
        TextField reason = field("grade-reason");
        return form(
                "grade-keep",
                () -> model.assess(
                        Aspect.GRADING,
                        source.getValue() + information.getValue(),
                        assessor.getText().strip(),
                        reason.getText(),
                        () -> clear(assessor, reason)),
                FieldRow.of(own.text("grade.source"), source),
                FieldRow.of(own.text("grade.information"), information),
                FieldRow.of(own.text("assess.assessor"), assessor).prompting(assessor, own.text("assess.assessor.you")),
                FieldRow.of(own.text("assess.reason"), reason));
    }

    private Node authenticity() {
        CodePicker<String> value = picker("authenticity-value", "authenticity");
        standing(WorkViewModel::authenticity, value.getValue(), value::setValue);
        TextField assessor = field("authenticity-assessor");
        TextField reason = field("authenticity-reason");
        return form(
                "authenticity-keep",
                () -> model.assess(
                        Aspect.AUTHENTICITY,
                        value.getValue(),
                        assessor.getText().strip(),
                        reason.getText(),
                        () -> clear(assessor, reason)),
                FieldRow.of(own.text("authenticity.value"), value),
                FieldRow.of(own.text("assess.assessor"), assessor).prompting(assessor, own.text("assess.assessor.you")),
                FieldRow.of(own.text("assess.reason"), reason));
    }

    private Node relation() {
        List<String> ways = Stream.concat(Stream.of(Way.values()).map(Way::name), Stream.of("<" + Way.COPY_OF.name()))
                .toList();
        CodePicker<String> way = new CodePicker<>(
                "relate-way",
                ways,
                code -> code.startsWith("<")
                        ? words.vocabulary("relation-back", code.substring(1))
                        : words.vocabulary("relation", code));
        way.setValue(ways.getFirst());
        TextField other = field("relate-other");
        return form(
                "relate-keep",
                () -> model.relate(
                        Way.valueOf(way.getValue().replace("<", "")),
                        way.getValue().startsWith("<"),
                        other.getText(),
                        other::clear),
                FieldRow.of(own.text("relate.way"), way),
                FieldRow.of(own.text("relate.other"), other).prompting(other, "E-0001"));
    }

    private CodePicker<String> picker(String id, String list) {
        CodePicker<String> picker = new CodePicker<>(id, Vocabulary.codes(list), code -> words.vocabulary(list, code));
        picker.setValue(Vocabulary.codes(list).getFirst());
        return picker;
    }

    /// A choice begins at what stands, and moves only when that does: not under the hands of whoever chooses.
    private void standing(Function<WorkViewModel, Optional<String>> held, String otherwise, Consumer<String> choose) {
        String[] known = {otherwise};
        choose.accept(otherwise);
        model.workProperty().subscribe(work -> {
            String now = held.apply(model).orElse(otherwise);
            if (!now.equals(known[0])) {
                known[0] = now;
                choose.accept(now);
            }
        });
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private static void clear(TextField... fields) {
        Stream.of(fields).forEach(TextField::clear);
    }

    private Node form(String id, Runnable keep, FieldRow... fields) {
        FlowPane row = new FlowPane(12, 8);
        for (FieldRow field : fields) {
            field.setPrefWidth(230);
            row.getChildren().add(field);
        }
        HBox button = new HBox(Glyphs.button(id, own.text("work.keep"), keep));
        button.setAlignment(Pos.BOTTOM_LEFT);
        row.getChildren().add(button);
        row.setRowValignment(javafx.geometry.VPos.BOTTOM);
        return row;
    }
}
