package org.cairn.ui.bundles;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.Bundles;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;

/// Where a new bundle begins: for which court, and what that gives it to begin with.
final class BeginPane extends VBox {

    private final Words words;
    private final Messages own;
    private final Button begin;

    /// @param begun called with the id of the new draft
    /// @param leave called when none is begun after all
    BeginPane(Words words, BundlesViewModel model, Consumer<String> begun, Runnable leave) {
        super(12);
        this.words = words;
        this.own = words.of("bundles");
        setId("bundle-begin");
        CodePicker<String> court = new CodePicker<>(
                "begin-court", Bundles.profiles(), code -> words.of("bundle").text("profile." + code));
        court.valueProperty().bindBidirectional(model.courtProperty());
        Label what = Headed.quiet("");
        what.setId("begin-what");
        model.courtProperty().subscribe(code -> what.setText(sentence(model.beginning())));
        begin = Glyphs.primary("begin-court-bundle", own.text("list.begin.do"), () -> model.beginForCourt(begun));
        begin.setMinWidth(USE_PREF_SIZE);
        begin.defaultButtonProperty().bind(visibleProperty());
        Button empty = Glyphs.button("begin-empty", own.text("list.begin.empty"), () -> model.begin(begun));
        empty.setMinWidth(USE_PREF_SIZE);
        Button not = Glyphs.button("begin-leave", own.text("list.begin.leave"), leave);
        not.setMinWidth(USE_PREF_SIZE);
        FieldRow row = FieldRow.of(own.text("list.begin.court"), court);
        HBox.setHgrow(row, Priority.ALWAYS);
        row.setMaxWidth(420);
        HBox choice = new HBox(12, row, begin, empty, Headed.room(), not);
        choice.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().add(Headed.card(own.text("list.begin.title"), choice, what));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
            }
        });
    }

    /// Puts the keyboard on the button: who wants the court that is chosen only presses it.
    void face() {
        Focus.on(begin);
    }

    private String sentence(BundleDraft draft) {
        String sections =
                listed(draft.sections().stream().map(BundleDraft.Section::title).toList());
        List<String> schedules = draft.how().schedules().stream()
                .map(schedule -> words.of("bundle").text(BundleWords.heading(schedule)))
                .toList();
        List<String> versions = draft.how().versions().stream()
                .map(BundleMaking.Version::kind)
                .map(kind -> words.vocabulary("bundle-version", kind.name()))
                .toList();
        return own.text(
                "list.begin.with",
                sections,
                schedules.isEmpty() ? own.text("list.begin.noSchedule") : listed(schedules),
                versions.isEmpty() ? own.text("list.begin.oneVersion") : listed(versions));
    }

    private String listed(List<String> names) {
        return names.stream().collect(Collectors.joining(own.text("list.begin.between")));
    }
}
