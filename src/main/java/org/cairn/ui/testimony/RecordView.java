package org.cairn.ui.testimony;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Departure;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.questions.FormViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// Taking a statement: the steps at the side, in any order; the step in the middle.
final class RecordView extends BorderPane {

    private static final List<String> STEPS = List.of(
            "risk",
            "consent",
            "witness",
            "interview",
            "account",
            "questions",
            "exhibits",
            "readBack",
            "declarations",
            "care",
            "seal");
    /// Which step mends what is missing.
    private static final Map<String, String> MENDED_AT = Map.ofEntries(
            Map.entry("paragraphs", "account"),
            Map.entry("language", "interview"),
            Map.entry("interviewDate", "interview"),
            Map.entry("interviewer", "interview"),
            Map.entry("consentStore", "consent"),
            Map.entry("consentRecorded", "consent"),
            Map.entry("readBack", "readBack"),
            Map.entry("declarations", "declarations"),
            Map.entry("signature", "declarations"),
            Map.entry("interpreterCertificate", "declarations"),
            Map.entry("addedQuestions", "questions"),
            Map.entry("caution", "account"));

    private final RecordViewModel model;
    private final Desk desk;
    private final Messages area;
    private final Consumer<Reference> sealed;
    private final StackPane middle = new StackPane();
    private final StackPane asking = new StackPane();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private @Nullable SealStep seal;
    private @Nullable LeavingQuestion question;
    private String current = "account";

    /// @param leave leads back to the list
    /// @param sealed what happens once it is sealed
    RecordView(RecordViewModel model, Desk desk, Runnable leave, Consumer<Reference> sealed) {
        this.model = model;
        this.desk = desk;
        this.area = desk.words().of("testimony");
        this.sealed = sealed;
        setId("record");
        getStyleClass().add("record");
        middle.getStyleClass().add("record-middle");
        Notice notice =
                new Notice("record-notice", model.toldProperty(), desk.words().of("shell"));
        VBox body = new VBox(notice, asking, middle);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox.setMargin(notice, new javafx.geometry.Insets(14, 32, 0, 32));
        asking.getStyleClass().add("asking");
        asking.setManaged(false);
        setLeft(side(() -> leave(leave)));
        setCenter(body);
        go("account");
    }

    /// Lets go of what is shown.
    void close() {
        if (seal != null) {
            seal.close();
        }
    }

    /// The step one is at.
    String step() {
        return current;
    }

    /// Whether the person must decide first what becomes of an identity that is typed and not sealed; they are asked.
    boolean holdsBack(Departure departure) {
        LeavingQuestion asked = question;
        return asked != null && asked.ask(departure);
    }

    /// Whether an identity is typed and not sealed.
    boolean unsealed() {
        return model.forms()
                .identity()
                .map(form -> form.unsealedProperty().get())
                .orElse(false);
    }

    private void leave(Runnable leave) {
        if (!holdsBack(Departure.out(leave, () -> {}))) {
            leave.run();
        }
    }

    /// Goes to a step, once what only the person can save is decided on.
    void go(String step) {
        if (holdsBack(Departure.out(() -> enter(step), () -> {}))) {
            Optional.ofNullable(buttons.get(current)).ifPresent(button -> button.setSelected(true));
        } else {
            enter(step);
        }
    }

    private void enter(String step) {
        close();
        model.leaveStep();
        current = step;
        ToggleButton button = buttons.get(step);
        if (button != null) {
            button.setSelected(true);
        }
        Node page = page(step);
        middle.getChildren().setAll(page);
        if (!step.equals("account")) {
            // one goes on where the step begins, without reaching for the mouse
            Platform.runLater(() -> FirstField.in(page).ifPresent(Focus::on));
        }
    }

    private Node page(String step) {
        Reference witness = model.draft().witness;
        return switch (step) {
            case "risk" -> scrolled(new RiskStep(model.forms().risk(), desk.words()));
            case "consent" -> scrolled(new ConsentStep(model.forms().consent(), model.recorder(), desk.words()));
            case "witness" -> witness(witness);
            case "interview" -> scrolled(interview());
            case "exhibits" -> scrolled(new ExhibitsStep(model.exhibits(), desk.words()));
            case "readBack" -> scrolled(new ReadBackStep(model.readBack(), desk.words(), () -> go("account")));
            case "declarations" ->
                scrolled(new DeclarationsStep(model.draft(), model.signing(), model.spoken(), desk.words()));
            case "questions" -> scrolled(new QuestionsStep(model.questions(), desk.words()));
            case "care" -> scrolled(new CareStep(model.care(), desk.words()));
            case "seal" -> sealing();
            default -> account();
        };
    }

    private Node witness(Reference witness) {
        WitnessViewModel form = model.forms().witness();
        if (question == null) {
            LeavingQuestion fresh = new LeavingQuestion(form.identity(), witness, area);
            fresh.hidingProperty().subscribe(hiding -> middle.setVisible(!hiding));
            asking.managedProperty().bind(fresh.visibleProperty());
            asking.getChildren().setAll(fresh);
            question = fresh;
        }
        return scrolled(new WitnessStep(form, witness, desk));
    }

    private SealStep sealing() {
        SealStep step = new SealStep(model, desk, sealed);
        seal = step;
        return step;
    }

    private AccountStep account() {
        AccountStep step = new AccountStep(model, desk);
        step.begin();
        return step;
    }

    private InterviewStep interview() {
        // who interpreted the consent is nobody to be asked for again
        model.forms().interpreterOfConsent().ifPresent(model.interview()::propose);
        InterviewStep step = new InterviewStep(
                model.interview(), desk.words(), desk.environment().clock());
        Label warning = Glyphs.label(Material2MZ.WARNING, "", "caution");
        warning.setId("interview-earlier");
        warning.setWrapText(true);
        warning.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.earlier().isEmpty()
                                ? ""
                                : area.text(
                                        "interview.earlier",
                                        model.earlier().size(),
                                        String.join(
                                                ", ",
                                                model.earlier().stream()
                                                        .map(Reference::toString)
                                                        .toList())),
                        model.earlier()));
        warning.visibleProperty().bind(Bindings.isNotEmpty(model.earlier()));
        warning.managedProperty().bind(Bindings.isNotEmpty(model.earlier()));
        step.getChildren().add(2, warning);
        return step;
    }

    private static Node scrolled(Region step) {
        return Headed.scrolling(step);
    }

    private VBox side(Runnable leave) {
        ToggleGroup group = new ToggleGroup();
        VBox steps = new VBox(2);
        for (String step : STEPS) {
            ToggleButton button = new ToggleButton(area.text("step." + step));
            button.setId("step-" + step);
            button.getStyleClass().add("step-entry");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            button.setOnAction(event -> go(step));
            buttons.put(step, button);
            steps.getChildren().add(button);
        }
        model.questions().asked().addListener((ListChangeListener<FormViewModel>) change -> number());
        number();
        Label whose = new Label(model.draft().witness.toString());
        whose.setId("record-witness");
        whose.getStyleClass().add("record-witness");
        Button back = Glyphs.back("record-leave", area.text("record.leave"), leave);
        HBox head = new HBox(6, back, whose);
        head.setAlignment(Pos.CENTER_LEFT);
        Button keep = Glyphs.button("record-keep", Material2MZ.SAVE, area.text("record.keep"), model::keep);
        keep.setMaxWidth(Double.MAX_VALUE);
        keep.disableProperty().bind(model.busyProperty());
        VBox list = new VBox(steps, missing());
        list.getStyleClass().add("record-steps");
        // what leads on and keeps is there in the lowest window too
        VBox side = new VBox(head, Headed.scrolling(list), keep);
        side.getStyleClass().add("record-side");
        return side;
    }

    /// Where nobody added questions, the step for them is not there, and the others are counted without it.
    private void number() {
        int number = 1;
        for (String step : STEPS) {
            ToggleButton button = buttons.get(step);
            boolean there =
                    !step.equals("questions") || !model.questions().asked().isEmpty();
            if (button != null) {
                button.setVisible(there);
                button.setManaged(there);
                button.setAccessibleText(area.text("step.numbered", number, area.text("step." + step)));
                button.setGraphic(numbered(number));
                number += there ? 1 : 0;
            }
        }
    }

    private static Label numbered(int number) {
        Label label = new Label(String.valueOf(number));
        label.getStyleClass().add("step-number");
        return label;
    }

    private VBox missing() {
        Label title = new Label(area.text("missing.title"));
        title.getStyleClass().add("field-name");
        VBox list = new VBox(1);
        list.setId("missing");
        VBox box = new VBox(6, title, list);
        box.getStyleClass().add("missing-box");
        Runnable redraw = () -> {
            list.getChildren()
                    .setAll(model.missing().stream().map(this::missingLine).toList());
            box.setVisible(!model.missing().isEmpty());
        };
        model.missing().addListener((ListChangeListener<String>) change -> redraw.run());
        redraw.run();
        return box;
    }

    private Button missingLine(String code) {
        Button line = Glyphs.button(
                "missing-" + code, area.text("missing." + code), () -> go(MENDED_AT.getOrDefault(code, "account")));
        line.getStyleClass().addAll("flat", "missing-line");
        line.setWrapText(true);
        return line;
    }
}
