package org.cairn.ui.bundles;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.WritingViewModel.Outcome;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.GapSentence;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// Writing, stage by stage; then what was written, or what stood in the way.
final class WritingView extends BorderPane {

    /// The stages of writing, in order, as the writer names them.
    private static final List<String> STAGES = List.of("insert", "stamp", "write", "copy", "check");

    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final WritingViewModel writing;
    private final DraftViewModel draft;
    private final Runnable back;

    WritingView(Desk desk, WritingViewModel writing, DraftViewModel draft, Runnable back) {
        this.desk = desk;
        this.words = desk.words();
        this.own = words.of("bundles");
        this.writing = writing;
        this.draft = draft;
        this.back = back;
        setId("writing");
        getStyleClass().add("writing");
        Outcome outcome = writing.outcomeProperty().get();
        Job job = writing.jobProperty().get();
        if (outcome != null) {
            show(outcome);
        } else if (job != null) {
            setCenter(Headed.scrolling(page(working(job))));
        }
    }

    private void show(Outcome outcome) {
        switch (outcome) {
            case Outcome.Written written -> setCenter(new WrittenView(desk, writing, written, back));
            case Outcome.Refused refused -> setCenter(Headed.scrolling(page(refused(refused))));
            case Outcome.Failed failed ->
                setCenter(Headed.scrolling(
                        page(ended(failed.told().what(), failed.told().advice(), failed.before()))));
            case Outcome.Stopped stopped ->
                setCenter(Headed.scrolling(page(ended(
                        own.text("write.stopped"),
                        stopped.before().isEmpty() ? own.text("write.stopped.do") : "",
                        stopped.before()))));
        }
    }

    /// What stood in the way; and what was out by then, which nobody may be left to believe is not.
    private Node ended(String what, String advice, List<Reference> before) {
        VBox card = Headed.card(what);
        if (!advice.isEmpty()) {
            card.getChildren().add(Headed.quiet(advice));
        }
        if (!before.isEmpty()) {
            Label out = new Label(own.text(
                    "written.before",
                    before.size(),
                    before.stream()
                            .sorted()
                            .map(serving -> Direction.isolate(serving.toString()))
                            .collect(Collectors.joining(own.text("list.begin.between")))));
            out.setId("written-before");
            out.setWrapText(true);
            card.getChildren().add(out);
        }
        card.getChildren().add(backButton("writing-back"));
        return card;
    }

    private static VBox page(Node... parts) {
        VBox page = new VBox(14, parts);
        page.getStyleClass().add("writing-page");
        return page;
    }

    private Node backButton(String id) {
        return new HBox(Glyphs.button(id, Material2AL.ARROW_BACK, own.text("write.back"), back));
    }

    private Node working(Job job) {
        VBox stages = new VBox(6);
        for (String stage : STAGES) {
            Label line = new Label(own.text("stage." + stage));
            line.getStyleClass().add("write-stage");
            job.stageProperty()
                    .subscribe(now -> line.pseudoClassStateChanged(
                            javafx.css.PseudoClass.getPseudoClass("now"), stage.equals(now)));
            stages.getChildren().add(line);
        }
        ProgressBar bar = new ProgressBar();
        bar.setId("write-progress");
        bar.setAccessibleText(own.text("write.job"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(job.fractionProperty());
        VBox card = Headed.card(
                own.text("write.working"),
                Headed.quiet(own.text("write.workingLine")),
                stages,
                bar,
                new HBox(Glyphs.button("write-cancel", own.text("write.cancel"), writing::cancel)));
        card.setId("writing-now");
        return card;
    }

    private Node refused(Outcome.Refused refused) {
        VBox card = Headed.card(own.text("refused.title"), Headed.quiet(own.text("refused.line")));
        card.setId("refused");
        refused.gaps().forEach(gap -> card.getChildren().add(gap(refused, gap)));
        card.getChildren().addAll(Headed.quiet(own.text("refused.do")), backButton("refused-back"));
        return card;
    }

    private Node gap(Outcome.Refused refused, ConsentGap gap) {
        Label reference = new Label(gap.statement().toString());
        reference.getStyleClass().add("reference");
        reference.setMinWidth(USE_PREF_SIZE);
        Summary summary = refused.summaries().get(gap.statement());
        Label title = new Label(summary == null ? "" : summary.title());
        title.getStyleClass().add("result-title");
        title.setMinWidth(0);
        HBox head = new HBox(8, reference, title);
        head.setAlignment(Pos.CENTER_LEFT);
        Label why = new Label(GapSentence.of(words, gap));
        why.setId("gap-" + gap.statement());
        why.setWrapText(true);
        HBox steps = new HBox(
                8,
                Glyphs.button(
                        "gap-open-" + gap.statement(),
                        own.text("refused.openWitness", gap.witness().toString()),
                        () -> desk.go(Place.to(gap.witness()))),
                Glyphs.button("gap-leave-out-" + gap.statement(), own.text("preflight.leaveOut"), () -> {
                    draft.remove(gap.statement());
                    back.run();
                }));
        VBox box = new VBox(6, head, why, steps);
        box.getStyleClass().add("gap");
        return box;
    }
}
