package org.cairn.ui.testimony;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.stage.FileChooser;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A white field to sign in with a pen, a finger or the mouse; or a picture of a thumbprint instead.
final class SignaturePad extends VBox {

    private static final double WIDTH = 520;
    private static final double HEIGHT = 150;

    private final SigningViewModel model;
    private final Messages area;
    private final Canvas paper = new Canvas(WIDTH, HEIGHT);

    /// @param prefix before the ids of its controls
    /// @param signed gets the item that shows the signature
    /// @param thumbed gets the item that shows the thumbprint
    SignaturePad(
            String prefix,
            SigningViewModel model,
            Words words,
            Consumer<Reference> signed,
            Consumer<Reference> thumbed) {
        super(8);
        this.model = model;
        this.area = words.of("testimony");
        paper.setId(prefix + "-pad");
        paper.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        paper.setAccessibleText(area.text("sign.line"));
        paper.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            event.consume();
            model.strokes().begin(event.getX(), event.getY());
            draw();
        });
        paper.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            event.consume();
            model.strokes().go(within(event.getX(), WIDTH), within(event.getY(), HEIGHT));
            draw();
        });
        StackPane frame = new StackPane(paper);
        frame.getStyleClass().add("signature-pad");
        frame.setMaxWidth(USE_PREF_SIZE);
        Button keep = Glyphs.button(
                prefix + "-keep",
                Material2MZ.SAVE,
                area.text("sign.keep"),
                () -> model.keepDrawing(signed.andThen(any -> draw())));
        Button thumb = Glyphs.button(
                prefix + "-thumb", Material2AL.FINGERPRINT, area.text("sign.thumb"), () -> choose(thumbed));
        for (Button button : List.of(keep, thumb)) {
            button.disableProperty().bind(model.busyProperty());
        }
        getChildren()
                .addAll(
                        Headed.quiet(area.text("sign.line")),
                        frame,
                        new FlowPane(
                                8,
                                8,
                                keep,
                                Glyphs.button(prefix + "-clear", area.text("sign.clear"), this::clear),
                                thumb),
                        new Notice(prefix + "-notice", model.toldProperty(), words.of("shell")));
        draw();
    }

    private void clear() {
        model.strokes().clear();
        draw();
    }

    private void choose(Consumer<Reference> thumbed) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(area.text("sign.thumb"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        area.text("sign.pictures"), "*.png", "*.jpg", "*.jpeg", "*.PNG", "*.JPG", "*.JPEG"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(file -> model.keepThumbprint(file, thumbed));
    }

    private void draw() {
        GraphicsContext pen = paper.getGraphicsContext2D();
        pen.setFill(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setStroke(Color.rgb(0xd0, 0xd4, 0xd8));
        pen.setLineWidth(1);
        pen.strokeLine(24, HEIGHT - 36, WIDTH - 24, HEIGHT - 36);
        pen.setStroke(Color.BLACK);
        pen.setLineWidth(2.2);
        pen.setLineCap(StrokeLineCap.ROUND);
        for (List<Strokes.Point> line : model.strokes().lines()) {
            pen.beginPath();
            pen.moveTo(line.getFirst().x(), line.getFirst().y());
            line.forEach(point -> pen.lineTo(point.x(), point.y()));
            pen.stroke();
        }
    }

    private static double within(double at, double most) {
        return Math.clamp(at, 0, most);
    }
}
