package org.cairn.ui.forms;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;

/// Forms and vocabularies, what is read out to witnesses, and what other tools collected: four parts of one screen that
/// settings lead to.
public final class FormsScreen implements Screen {

    private static final List<String> PARTS = List.of("forms", "terms", "scripts", "take");

    private final FormsViewModel forms;
    private final TermsViewModel terms;
    private final ScriptsViewModel scripts;
    private final TakeViewModel take;
    private final VBox view;
    private final StackPane middle = new StackPane();
    private final Map<String, Node> pages = new LinkedHashMap<>();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private String part = "forms";

    public FormsScreen(Desk desk) {
        this.forms = new FormsViewModel(desk);
        this.terms = new TermsViewModel(desk);
        this.scripts = new ScriptsViewModel(desk);
        this.take = new TakeViewModel(desk);
        Messages own = desk.words().of("questions");
        pages.put("forms", new FormsPart(forms, desk));
        pages.put("terms", new TermsPart(terms, desk.words()));
        pages.put("scripts", new ScriptsPart(scripts, desk.words()));
        pages.put("take", new TakePart(take, desk));
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("segments");
        for (String code : PARTS) {
            ToggleButton button = new ToggleButton(own.text("part." + code));
            button.setId("forms-part-" + code);
            button.setToggleGroup(group);
            button.setOnAction(event -> show(code));
            button.getStyleClass()
                    .add(code.equals("forms") ? "left-pill" : code.equals("take") ? "right-pill" : "center-pill");
            buttons.put(code, button);
            row.getChildren().add(button);
        }
        Headed page = new Headed(own.text("screen.title"), own.text("screen.line"), row, middle);
        page.setId("forms");
        page.getStyleClass().add("narrow");
        view = new VBox(Headed.scrolling(page));
        show(part);
    }

    private void show(String code) {
        part = code;
        ToggleButton button = buttons.get(code);
        if (button != null) {
            button.setSelected(true);
        }
        Node page = pages.get(code);
        if (page != null) {
            middle.getChildren().setAll(page);
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void arrive(Place place) {
        if (PARTS.contains(place.words())) {
            show(place.words());
        }
        forms.refresh();
        terms.refresh();
        scripts.refresh();
        place.reference().ifPresent(reference -> {
            show("forms");
            forms.look(reference);
        });
    }

    @Override
    public Place place() {
        return Place.of("forms", part);
    }

    @Override
    public void receive(List<Path> files) {
        show("take");
        take.paths().setAll(files);
    }
}
