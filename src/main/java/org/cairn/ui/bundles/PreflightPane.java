package org.cairn.ui.bundles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.served.RuleResult;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.GapSentence;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How the bundle stands to the rules now: what needs a person first, then what is mended, then what is met.
final class PreflightPane extends VBox {

    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final DraftViewModel model;
    private final PreviewViewModel preview;

    PreflightPane(Desk desk, DraftViewModel model, PreviewViewModel preview) {
        this.desk = desk;
        this.words = desk.words();
        this.own = words.of("bundles");
        this.model = model;
        setId("preflight");
        setSpacing(12);
        this.preview = preview;
        model.checkedProperty().subscribe(this::show);
        preview.notesProperty()
                .subscribe((before, now) -> show(model.checkedProperty().get()));
    }

    private void show(@Nullable Checked checked) {
        getChildren().clear();
        if (checked == null) {
            getChildren().add(Headed.card(own.text("preflight.title"), Headed.quiet(own.text("preflight.looking"))));
            return;
        }
        List<Node> person = new java.util.ArrayList<>();
        checked.preflight().gaps().forEach(gap -> person.add(gap(checked, gap)));
        Stream.concat(
                        checked.needsPerson().stream(),
                        preview.notesProperty().get().stream()
                                .filter(note -> note.outcome() == RuleResult.Outcome.NEEDS_PERSON))
                .distinct()
                .forEach(result -> person.add(line(result, Material2MZ.PAN_TOOL, "rule-needs")));
        boolean empty = model.outlineProperty().get().sections().stream()
                .allMatch(section -> section.exhibits().isEmpty());
        Label standing = new Label(own.text(
                empty ? "preflight.empty" : checked.preflight().permitted() ? "preflight.ready" : "preflight.blocked"));
        standing.setId("preflight-standing");
        standing.setWrapText(true);
        standing.getStyleClass()
                .addAll(
                        "preflight-standing",
                        !empty && checked.preflight().permitted() ? "standing-good" : "standing-waiting");
        getChildren().add(Headed.card(own.text("preflight.title"), standing));
        if (empty) {
            return; // every rule is met by nothing
        }
        group("preflight-needs", own.text("preflight.needs", person.size()), person);
        List<Node> ticked = checked.ticked().stream()
                .<Node>map(statement -> tick(checked, statement))
                .toList();
        group("preflight-ticked", own.text("preflight.ticked", ticked.size()), ticked);
        group("preflight-mended", own.text("preflight.mended"), lines(checked.of(RuleResult.Outcome.MENDED)));
        group("preflight-met", own.text("preflight.met"), lines(checked.of(RuleResult.Outcome.MET)));
    }

    private void group(String id, String title, List<Node> lines) {
        if (!lines.isEmpty()) {
            VBox card = Headed.card(title, lines.toArray(Node[]::new));
            card.setId(id);
            getChildren().add(card);
        }
    }

    private List<Node> lines(List<RuleResult> results) {
        return results.stream()
                .map(result -> line(result, Material2AL.CHECK_CIRCLE, "rule-met"))
                .toList();
    }

    private Node line(RuleResult result, org.kordamp.ikonli.Ikon icon, String style) {
        Label sentence = new Label(RuleSentence.of(words, result));
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(8, Glyphs.of(icon), sentence);
        row.getStyleClass().add(style);
        result.arguments().stream()
                .map(Reference::tryParse)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(reference -> row.getChildren().add(to(reference)));
        return row;
    }

    private Node to(Reference reference) {
        return Glyphs.quiet(
                "preflight-open-" + reference,
                Material2MZ.OPEN_IN_NEW,
                own.text("preflight.open", reference.toString()),
                () -> desk.go(Place.to(reference)));
    }

    private Node gap(Checked checked, ConsentGap gap) {
        VBox box = statement(checked, gap.statement());
        box.getChildren().add(wrapped(GapSentence.of(words, gap)));
        if (gap.decision().equals(Optional.of(ConsentDecision.CONDITIONAL))) {
            conditions(checked, gap.statement(), box);
            box.getChildren().add(ticking(gap.statement(), false));
        } else {
            box.getChildren()
                    .add(Glyphs.button(
                            "leave-out-" + gap.statement(),
                            own.text("preflight.leaveOut"),
                            () -> model.remove(gap.within())));
        }
        return box;
    }

    private Node tick(Checked checked, Reference statement) {
        VBox box = statement(checked, statement);
        conditions(checked, statement, box);
        box.getChildren().add(ticking(statement, true));
        return box;
    }

    private VBox statement(Checked checked, Reference statement) {
        Label reference = new Label(statement.toString());
        reference.getStyleClass().add("reference");
        reference.setMinWidth(USE_PREF_SIZE);
        Label title = new Label(Optional.ofNullable(checked.summaries().get(statement))
                .map(Summary::title)
                .orElse(""));
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, reference, title, to(statement));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(5, head);
        box.getStyleClass().add("gap");
        return box;
    }

    private void conditions(Checked checked, Reference statement, VBox box) {
        checked.conditions()
                .getOrDefault(statement, List.of())
                .forEach(condition ->
                        box.getChildren().add(wrapped("• " + words.vocabulary("consent-condition", condition))));
    }

    private CheckBox ticking(Reference statement, boolean ticked) {
        CheckBox tick = new CheckBox(own.text("preflight.conditionsMet"));
        tick.setId("conditions-met-" + statement);
        tick.setSelected(ticked);
        tick.setWrapText(true);
        tick.setOnAction(event -> model.conditionsMet(statement, tick.isSelected()));
        return tick;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
