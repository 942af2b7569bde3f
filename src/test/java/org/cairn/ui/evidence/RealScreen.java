package org.cairn.ui.evidence;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Summary;
import org.cairn.ui.common.Copied;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.common.Words;
import org.cairn.ui.custody.CustodyScreen;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.shell.MainWindow;
import org.kordamp.ikonli.material2.Material2AL;

/// A program of its own on a real screen: another window from which files are dragged onto Evidence, and the clipboard
/// of the machine. It prints what came of it, one fact a line; [OnARealScreenTest] reads that.
final class RealScreen {

    /// There is no screen one can open a window on.
    static final int NO_SCREEN = 77;

    private static final int PATIENCE = 60;

    private final Path folder;
    private final FxTasks tasks = new FxTasks();
    private final OnADesk on;

    @SuppressWarnings("NullAway.Init") // set when the program starts
    private MainWindow window;

    @SuppressWarnings("NullAway.Init") // set when the program starts
    private Stage elsewhere;

    @SuppressWarnings("NullAway.Init") // set when the program starts
    private Robot robot;

    private RealScreen(Path folder) {
        this.folder = folder;
        this.on = new OnADesk(folder);
    }

    /// @param arguments the folder it may write into
    public static void main(String[] arguments) throws Exception {
        try {
            Platform.startup(() -> {});
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            System.exit(NO_SCREEN);
        }
        int exit = 1;
        try {
            RealScreen screen = new RealScreen(Path.of(arguments[0]));
            screen.open();
            screen.drop();
            screen.copy();
            screen.takeBack();
            screen.leaveToOthers();
            exit = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        // the toolkit's threads would keep a failed run alive
        Runtime.getRuntime().halt(exit);
    }

    private void open() throws Exception {
        Path note = Files.writeString(folder.resolve("note.txt"), "The lantern went out at nine.");
        Path pdf = folder.resolve("sample.pdf");
        write(pdf);
        onScreen(() -> {
            Looks.prepare();
            Desk desk = new Desk(
                    on.open.archive,
                    tasks,
                    new Words(java.util.Locale.ENGLISH, java.time.ZoneId.of("UTC")),
                    new Preferences(),
                    on.open.environment,
                    place -> window.go(place));
            window = new MainWindow(
                    desk,
                    List.of(
                            new ScreenEntry("evidence", Material2AL.FOLDER, EvidenceScreen::new),
                            new ScreenEntry("custody", Material2AL.LINK, CustodyScreen::new)),
                    () -> {});
            Stage stage = stage(new Scene(window, 950, 760), 0);
            Looks.dress(stage.getScene(), Preferences.Theme.LIGHT);
            Copied.heed(stage.getScene());
            window.go(Place.of("custody"));
            Region source = new Region();
            source.setOnDragDetected(event -> {
                ClipboardContent files = new ClipboardContent();
                files.putFiles(List.of(note.toFile(), pdf.toFile()));
                source.startDragAndDrop(TransferMode.COPY).setContent(files);
                event.consume();
            });
            elsewhere = stage(new Scene(source, 250, 300), 1000);
            robot = new Robot();
            return source;
        });
    }

    private static Stage stage(Scene scene, double x) {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setX(x);
        stage.setY(0);
        stage.show();
        return stage;
    }

    /// Drags two files from the other window onto this one, which shows another screen, and takes them in.
    private void drop() throws Exception {
        until(() -> node(".screen-area").getBoundsInLocal().getWidth() > 400);
        Point2D target = centre(".screen-area");
        move(1120, 150);
        onScreen(() -> robot(() -> robot.mousePress(MouseButton.PRIMARY)));
        for (int step = 1; step <= 20; step++) {
            double part = step / 20.0;
            move(1120 + (target.getX() - 1120) * part, 150 + (target.getY() - 150) * part);
        }
        until(() -> {
            // a pointer that stands still is asked about no more
            robot.mouseMove(target.getX() + (System.nanoTime() & 3), target.getY());
            return node("#drop-curtain").isVisible();
        });
        onScreen(() -> robot(() -> robot.mouseRelease(MouseButton.PRIMARY)));
        until(() -> node("#intake-card") != null && node("#intake-card").isVisible());
        System.out.println("asked once");
        onScreen(() -> {
            ((TextInputControl) node("#intake-source")).setText("a clinic");
            ((ButtonBase) node("#intake-begin")).fire();
            return true;
        });
        until(() -> on.open.archive.records().count(RecordKind.EVIDENCE) == 2
                && tasks.jobs().isEmpty());
        System.out.println("taken in 2");
        // no window manager here: nobody else would give the keyboard back
        onScreen(() -> {
            elsewhere.hide();
            window.getScene().getWindow().requestFocus();
            return true;
        });
    }

    /// Marks out a line of the page with the mouse and copies it with the keyboard.
    private void copy() throws Exception {
        Summary pdf = on.open.archive.records().list(RecordKind.EVIDENCE, ListQuery.latest(10)).items().stream()
                .filter(line -> line.title().contains("sample"))
                .findFirst()
                .orElseThrow();
        onScreen(() -> {
            window.go(Place.of("evidence", pdf.reference()));
            return true;
        });
        until(() ->
                node("#leaf-1 .drawing") != null && !node("#leaf-1 .drawing").isVisible());
        Point2D[] line = onScreen(() -> {
            Node leaf = node("#leaf-1 .page-leaf");
            double width = leaf.getBoundsInLocal().getWidth();
            double height = leaf.getBoundsInLocal().getHeight();
            return new Point2D[] {
                leaf.localToScreen(width * 0.08, height * 0.112), leaf.localToScreen(width * 0.9, height * 0.115)
            };
        });
        move(line[0].getX(), line[0].getY());
        onScreen(() -> robot(() -> robot.mousePress(MouseButton.PRIMARY)));
        move(line[1].getX() - 30, line[1].getY() - 3);
        move(line[1].getX(), line[1].getY());
        onScreen(() -> robot(() -> robot.mouseRelease(MouseButton.PRIMARY)));
        onScreen(() -> robot(() -> {
            robot.keyPress(KeyCode.CONTROL);
            robot.keyType(KeyCode.C);
            robot.keyRelease(KeyCode.CONTROL);
        }));
        until(() -> Clipboard.getSystemClipboard().hasString());
        System.out.println(
                "copied " + onScreen(() -> Clipboard.getSystemClipboard().getString()));
    }

    /// What came from the archive leaves the clipboard when it is locked, from a page or a field; what came from
    /// elsewhere stays.
    private void takeBack() throws Exception {
        System.out.println("locked " + locked());
        onScreen(() -> {
            TextInputControl field = (TextInputControl) node("#find-field");
            field.setText("lantern");
            field.requestFocus();
            field.selectAll();
            return robot(() -> {
                robot.keyPress(KeyCode.CONTROL);
                robot.keyType(KeyCode.C);
                robot.keyRelease(KeyCode.CONTROL);
            });
        });
        until(() -> "lantern".equals(Clipboard.getSystemClipboard().getString()));
        System.out.println("locked " + locked());
        onScreen(() -> {
            Copied.put("from the archive");
            return onTheClipboard("from elsewhere");
        });
        System.out.println("locked " + locked());
    }

    /// A key or a choice of a menu that copies nothing takes nothing for ours; a choice that copies does.
    private void leaveToOthers() throws Exception {
        AtomicBoolean pushed = new AtomicBoolean();
        onScreen(() -> {
            onTheClipboard("from elsewhere");
            TextInputControl field = (TextInputControl) node("#find-field");
            field.requestFocus();
            field.deselect();
            window.getScene().addEventFilter(KeyEvent.KEY_RELEASED, event -> pushed.set(true));
            return robot(() -> {
                robot.keyPress(KeyCode.CONTROL);
                robot.keyType(KeyCode.C);
                robot.keyRelease(KeyCode.CONTROL);
            });
        });
        until(pushed::get);
        System.out.println("nothing marked " + locked());
        choose(() -> {});
        System.out.println("something else chosen " + locked());
        choose(() -> onTheClipboard("lantern"));
        System.out.println("chosen " + locked());
    }

    private void choose(Runnable meant) throws Exception {
        onScreen(() -> {
            MenuItem item = new MenuItem("choose");
            item.setOnAction(event -> meant.run());
            ContextMenu menu = new ContextMenu(item);
            menu.show(window, 100, 100);
            item.fire();
            menu.hide();
            return true;
        });
    }

    private static boolean onTheClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        return Clipboard.getSystemClipboard().setContent(content);
    }

    private static String locked() throws Exception {
        return onScreen(() -> {
            Copied.takeBack();
            return String.valueOf(Clipboard.getSystemClipboard().getString());
        });
    }

    private Node node(String selector) {
        return window.lookup(selector);
    }

    private Point2D centre(String selector) throws Exception {
        return onScreen(() -> {
            Node node = node(selector);
            Rectangle2D at = new Rectangle2D(
                    node.localToScreen(0, 0).getX(),
                    node.localToScreen(0, 0).getY(),
                    node.getBoundsInLocal().getWidth(),
                    node.getBoundsInLocal().getHeight());
            return new Point2D(at.getMinX() + at.getWidth() / 2, at.getMinY() + at.getHeight() / 2);
        });
    }

    private void move(double x, double y) throws Exception {
        onScreen(() -> robot(() -> robot.mouseMove(x, y)));
    }

    private static boolean robot(Runnable gesture) {
        gesture.run();
        return true;
    }

    private static <T> T onScreen(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(PATIENCE, TimeUnit.SECONDS);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!onScreen(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it never came about");
            }
            TimeUnit.MILLISECONDS.sleep(20); // between two looks
        }
    }

    private static void write(Path file) throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                pen.newLineAtOffset(72, 742);
                pen.showText("The blood sample was taken");
                pen.newLineAtOffset(0, -300);
                pen.showText("far below");
                pen.endText();
            }
            document.save(new File(file.toString()));
        }
    }
}
