package org.cairn.ui.welcome;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.pages.PdfPages;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Making a recovery kit: how many shares, onto paper, and part of it typed back.
public final class RecoveryKitPane extends VBox {

    private static final int MOST_SHARES = org.cairn.archive.Recovery.MOST_SHARES;
    private static final int PRINTED_WIDTH = 1654;

    private final RecoveryKitViewModel model;
    private final Messages words;
    private final Tasks tasks;
    private final boolean mayDoWithout;

    /// @param mayDoWithout whether one may go on without a kit
    public RecoveryKitPane(RecoveryKitViewModel model, Messages words, Tasks tasks, boolean mayDoWithout) {
        super(18);
        this.model = model;
        this.words = words;
        this.tasks = tasks;
        this.mayDoWithout = mayDoWithout;
        setId("kit");
        model.stageProperty().subscribe(this::show);
    }

    /// Puts the keyboard into the first field.
    public void begin() {
        Optional.ofNullable(lookup("#kit-shares")).ifPresent(Focus::on);
    }

    private void show(RecoveryKitViewModel.Stage stage) {
        getChildren().setAll(new Notice("kit-notice", model.toldProperty(), words));
        getChildren()
                .addAll(
                        switch (stage) {
                            case OFFER -> offer();
                            case WITHOUT -> without();
                            case CONFIRM -> confirm();
                            case KEPT -> kept();
                        });
    }

    private List<Node> offer() {
        ComboBox<Integer> needed = numbers("kit-needed", words.text("kit.needed"), model.neededProperty());
        ComboBox<Integer> shares = numbers("kit-shares", words.text("kit.shares"), model.sharesProperty());
        upTo(needed, model.sharesProperty().get());
        shares.valueProperty().subscribe(most -> {
            if (most != null) {
                upTo(needed, most);
            }
        });
        HBox sharing = new HBox(
                24, FieldRow.of(words.text("kit.shares"), shares), FieldRow.of(words.text("kit.needed"), needed));
        HBox buttons = row(
                primary("kit-save", words.text("kit.save"), this::save),
                busied(Glyphs.button("kit-print", Material2MZ.PRINT, words.text("kit.print"), this::print)));
        if (mayDoWithout) {
            buttons.getChildren().addAll(Headed.room(), withoutButton());
        }
        return List.of(sharing, Headed.quiet(words.text("kit.sharingHelp")), buttons);
    }

    private Button withoutButton() {
        Button without = Glyphs.button("kit-without", words.text("kit.without"), model::without);
        without.getStyleClass().add("flat");
        return busied(without);
    }

    private List<Node> without() {
        Label meaning = new Label(words.text("kit.withoutMeans"));
        meaning.setId("kit-without-means");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        HBox box = new HBox(12, Glyphs.of(Material2MZ.WARNING), meaning);
        box.getStyleClass().addAll("notice", "notice-warning");
        Button go = Glyphs.button("kit-without-go", words.text("kit.withoutGo"), model::goOnWithout);
        return List.of(box, row(primary("kit-reconsider", words.text("kit.reconsider"), model::reconsider), go));
    }

    private List<Node> confirm() {
        List<Node> all = new ArrayList<>();
        if (!model.leftProperty().get().isEmpty()) {
            all.add(new Label(words.text("kit.savedAt")));
            all.add(fileNames());
        }
        TextField word = latin("kit-word");
        TextField letters = latin("kit-letters");
        Button on = primary(
                "kit-confirm", words.text("kit.confirm"), () -> model.confirm(word.getText(), letters.getText()));
        on.setDefaultButton(true);
        HBox buttons = row(on, busied(Glyphs.button("kit-save-again", words.text("kit.saveAgain"), this::save)));
        if (mayDoWithout) {
            buttons.getChildren().addAll(Headed.room(), withoutButton());
        }
        all.addAll(List.of(
                Headed.quiet(words.text("kit.typeBack")),
                FieldRow.of(words.text("kit.word", model.wordNumber()), word),
                FieldRow.of(words.text("kit.letters", model.shareNumber()), letters)
                        .helped(words.text("kit.lettersHelp")),
                buttons));
        return all;
    }

    private List<Node> kept() {
        return List.of(remains());
    }

    /// What became of the kit, and the files that still hold it.
    VBox remains() {
        VBox box = new VBox(10);
        box.setId("kit-remains");
        model.leftProperty().subscribe(left -> {
            if (model.stageProperty().get() == RecoveryKitViewModel.Stage.KEPT) {
                box.getChildren().setAll(Headed.quiet(words.text("kit.kept")));
            }
            if (!left.isEmpty()) {
                box.getChildren()
                        .addAll(
                                Headed.quiet(words.text("kit.leftOver")),
                                fileNames(),
                                Glyphs.button(
                                        "kit-delete",
                                        Material2AL.DELETE,
                                        words.text("kit.delete"),
                                        model::deleteFiles));
            }
        });
        return box;
    }

    private Label fileNames() {
        Label names = new Label(Direction.isolate(model.leftProperty().get()));
        names.getStyleClass().add("mono");
        names.setWrapText(true);
        names.setMinHeight(USE_PREF_SIZE);
        return names;
    }

    private static ComboBox<Integer> numbers(String id, String name, IntegerProperty property) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.getItems().setAll(IntStream.rangeClosed(1, MOST_SHARES).boxed().toList());
        box.setValue(property.get());
        box.valueProperty().subscribe(value -> {
            if (value != null) {
                property.set(value);
            }
        });
        return box;
    }

    private static void upTo(ComboBox<Integer> box, int most) {
        Integer chosen = box.getValue();
        box.getItems().setAll(IntStream.rangeClosed(1, most).boxed().toList());
        box.setValue(chosen == null ? most : Math.min(chosen, most));
    }

    /// What is on the papers is in Latin letters, whatever the window is in.
    private static TextField latin(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return field;
    }

    private Button primary(String id, String text, Runnable action) {
        return busied(Glyphs.primary(id, text, action));
    }

    private Button busied(Button button) {
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    private static HBox row(Node... buttons) {
        HBox row = new HBox(12, buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text("kit.save"));
        chooser.setInitialFileName("recovery-kit.pdf");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.save(file.toPath());
        }
    }

    private void print() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            model.toldProperty().set(Told.warning(words.text("kit.noPrinter"), words.text("kit.noPrinter.do")));
        } else if (job.showPrintDialog(getScene().getWindow())) {
            model.forPrinting(pdf ->
                    tasks.look(() -> pictures(pdf), pages -> print(job, pages), failure -> print(job, List.of())));
        }
    }

    private List<Image> pictures(byte[] pdf) {
        try (PdfPages pages = PdfPages.of(tasks.drawing(), pdf)) {
            return IntStream.rangeClosed(1, pages.count())
                    .mapToObj(page -> pages.picture(page, PRINTED_WIDTH))
                    .toList();
        }
    }

    private void print(PrinterJob job, List<Image> pages) {
        boolean all = !pages.isEmpty() && pages.stream().allMatch(page -> print(job, page));
        if (all && job.endJob()) {
            model.printed();
        } else {
            job.cancelJob();
            model.toldProperty().set(Told.warning(words.text("kit.notPrinted"), words.text("kit.notPrinted.do")));
        }
    }

    private static boolean print(PrinterJob job, Image page) {
        ImageView view = new ImageView(page);
        view.setPreserveRatio(true);
        view.setFitWidth(job.getJobSettings().getPageLayout().getPrintableWidth());
        view.setFitHeight(job.getJobSettings().getPageLayout().getPrintableHeight());
        return job.printPage(view);
    }
}
