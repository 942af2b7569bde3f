package org.cairn.ui.medical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.medical.BodyDrawing;
import org.cairn.domain.medical.BodyMark;
import org.cairn.domain.medical.BodyView;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// The findings beside the drawing of the body: pointing adds one, so does choosing a region by its name.
final class BodyStep extends HBox implements BodyPane.Doing {

    private final Desk desk;
    private final Words words;
    private final Messages area;
    private final ObservableList<Entries> findings;
    private final BodyPane body;
    private final Label pointed = new Label();
    private final VBox list = new VBox(8);
    private final Map<BodyView, ToggleButton> views = new LinkedHashMap<>();
    private final CodePicker<Named> regions;
    private BodyView view = BodyView.FRONT;
    private int chosen;

    /// A region by its name.
    private record Named(BodyDrawing.Region region, String name) {
        @Override
        public String toString() {
            return "Named";
        }
    }

    BodyStep(Desk desk, Entries entries) {
        this.desk = desk;
        this.words = desk.words();
        this.area = words.of("medical");
        this.findings = entries.list("findings");
        this.body = new BodyPane(this, code -> pointed.setText(code.isEmpty() ? "" : region(code)));
        this.regions = new CodePicker<>("body-regions", List.of(), Named::name);
        getStyleClass().add("body-step");
        VBox left = new VBox(10, sides(), body, pointed, byName());
        left.getStyleClass().add("body-left");
        pointed.getStyleClass().add("body-pointed");
        pointed.setId("body-pointed");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox right = new VBox(12, Headed.heading(area.text("step.body")), Headed.quiet(area.text("line.body")), list);
        right.getStyleClass().addAll("step", "body-right");
        Node scroll = Headed.scrolling(right);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(left, scroll);
        findings.addListener((ListChangeListener<Entries>) change -> redraw());
        chosen = findings.isEmpty() ? 0 : 1;
        turnTo(findings.stream()
                .flatMap(finding -> finding.mark().get().stream())
                .map(BodyMark::view)
                .findFirst()
                .orElse(BodyView.FRONT));
        redraw();
    }

    private Node sides() {
        FlowPane row = new FlowPane(4, 4);
        ToggleGroup group = new ToggleGroup();
        for (BodyView side : BodyView.values()) {
            ToggleButton button = new ToggleButton(area.text("view." + side.name()));
            button.setId("body-view-" + side.name());
            button.getStyleClass().add("body-view");
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                turnTo(side);
                marks();
            });
            views.put(side, button);
            row.getChildren().add(button);
        }
        return row;
    }

    private Node byName() {
        Button add = Glyphs.button("body-add", Material2AL.ADD, area.text("body.add"), () -> {
            Named named = regions.getValue();
            if (named != null) {
                add(body.drawing().markOf(named.region()), named.region());
            }
        });
        add.setMinWidth(USE_PREF_SIZE);
        FieldRow row = FieldRow.of(area.text("body.region"), regions);
        HBox.setHgrow(row, Priority.ALWAYS);
        HBox both = new HBox(8, row, add);
        both.setAlignment(Pos.BOTTOM_LEFT);
        return both;
    }

    private void turnTo(BodyView to) {
        view = to;
        Optional.ofNullable(views.get(to)).ifPresent(button -> button.setSelected(true));
        body.show(to, area.text("body.diagram", area.text("view." + to.name())));
        boolean facing = to == BodyView.FRONT;
        boolean told = facing || to == BodyView.BACK;
        String left = area.text("panel.left");
        String right = area.text("panel.right");
        body.sides(told ? facing ? right : left : "", told ? facing ? left : right : "");
        List<Named> names = new ArrayList<>();
        body.drawing().regions().forEach(region -> names.add(new Named(region, named(region))));
        names.sort(Comparator.comparing(Named::name));
        regions.getItems().setAll(names);
        regions.setValue(names.getFirst());
    }

    /// With the part of the drawing it is on where the same region is seen from two sides.
    private String named(BodyDrawing.Region region) {
        BodyDrawing drawing = body.drawing();
        boolean twice = drawing.regions().stream()
                        .filter(other -> other.code().equals(region.code()))
                        .count()
                > 1;
        return twice
                ? region(region.code()) + " · "
                        + area.text("panel." + drawing.view().name() + "." + drawing.part(region))
                : region(region.code());
    }

    private String region(String code) {
        return words.vocabulary("body-region", code);
    }

    @Override
    public void add(BodyMark at, BodyDrawing.Region region) {
        Entries finding = Entries.blank();
        place(finding, at, region);
        chosen = findings.size() + 1;
        findings.add(finding);
        focus("med-finding-code");
    }

    private static void place(Entries finding, BodyMark at, BodyDrawing.Region region) {
        finding.mark().set(Optional.of(at));
        finding.typed("region").set(region.code());
        String side = region.code().startsWith("LEFT_") ? "LEFT" : region.code().startsWith("RIGHT_") ? "RIGHT" : "";
        finding.typed("side").set(side);
    }

    @Override
    public void move(int number, BodyMark to, BodyDrawing.Region region) {
        place(findings.get(number - 1), to, region);
        chosen = number;
        redraw();
        focus("mark-" + number);
    }

    @Override
    public void choose(int number) {
        chosen = number;
        findings.get(number - 1)
                .mark()
                .get()
                .map(BodyMark::view)
                .filter(side -> side != view)
                .ifPresent(this::turnTo);
        redraw();
        focus("med-finding-code");
    }

    private void remove(Entries finding) {
        chosen = Math.max(0, Math.min(chosen, findings.size() - 1));
        findings.remove(finding);
    }

    private void focus(String id) {
        javafx.application.Platform.runLater(
                () -> Optional.ofNullable(lookup("#" + id)).ifPresent(Node::requestFocus));
    }

    private void redraw() {
        marks();
        list.getChildren().clear();
        if (findings.isEmpty()) {
            list.getChildren().add(Headed.empty("findings-empty", area.text("body.empty")));
        }
        for (int i = 0; i < findings.size(); i++) {
            list.getChildren().add(card(i + 1, findings.get(i)));
        }
    }

    private void marks() {
        List<BodyPane.Mark> all = new ArrayList<>();
        Map<BodyView, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            int number = i + 1;
            Entries finding = findings.get(i);
            finding.mark().get().ifPresent(at -> {
                counts.merge(at.view(), 1, Integer::sum);
                all.add(new BodyPane.Mark(
                        number,
                        at,
                        area.text(
                                "body.marker",
                                number,
                                region(finding.typed("region").get())),
                        number == chosen));
            });
        }
        body.marks(all);
        views.forEach((side, button) -> {
            String name = area.text("view." + side.name());
            int count = counts.getOrDefault(side, 0);
            button.setText(count == 0 ? name : name + "  " + words.number(count));
        });
    }

    private Node card(int number, Entries finding) {
        Label mark = new Label(String.valueOf(number));
        mark.getStyleClass().add("body-mark");
        FindingForm.Said said = new FindingForm.Said(words, finding);
        Button head = new Button(said.line(), mark);
        head.setId("finding-" + number);
        head.getStyleClass().add("finding-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setWrapText(true);
        head.setOnAction(event -> choose(number));
        VBox card = new VBox(10, head);
        card.getStyleClass().add("finding-card");
        if (number == chosen) {
            card.getStyleClass().add("finding-chosen");
            Runnable renamed = () -> head.setText(said.line());
            finding.typed("code").subscribe(renamed);
            finding.typed("consistency").subscribe(renamed);
            card.getChildren().add(new FindingForm(desk, finding, () -> remove(finding)));
        }
        return card;
    }
}
