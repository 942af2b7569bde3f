package org.cairn.ui.bundles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.cairn.domain.served.TimeAsked;
import org.cairn.domain.served.TimeTaken;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.TimeViewModel.Attached;
import org.cairn.ui.bundles.TimeViewModel.Standing;
import org.cairn.ui.bundles.TimeViewModel.Written;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// The time of a finished bundle in three steps: a request is written, carried to an authority, its reply taken in.
final class TimeView extends VBox {

    private static final double NAME = 92;

    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final TimeViewModel model;
    private final WrittenPlaces places;
    private final Picking picking;
    private final VBox page = new VBox(14);
    private final VBox carrying = Headed.card("");
    private final VBox ended = Headed.card("");
    private final ScrollPane scroll = Headed.scrolling(page);
    private final Button choose;

    TimeView(Desk desk, TimeViewModel model, WrittenPlaces places, Runnable back) {
        this.desk = desk;
        this.words = desk.words();
        this.own = words.of("bundles");
        this.model = model;
        this.places = places;
        this.picking = new Picking(own);
        setId("time");
        page.getStyleClass().add("finished-page");
        choose = Glyphs.primary("time-file", own.text("time.file"), this::file);
        choose.setMinWidth(USE_PREF_SIZE);
        Headed head = new Headed(
                        own.text("time.title"),
                        own.text("time.line"),
                        notice("time-notice", model.toldProperty()),
                        scroll)
                .with(choose)
                .from(Glyphs.back("time-back", own.text("draft.back"), back));
        VBox.setVgrow(head, Priority.ALWAYS);
        getChildren().add(head);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                back.run();
            }
        });
        model.standingProperty().subscribe(this::draw);
        model.writtenProperty().subscribe(this::carry);
        model.attachedProperty().subscribe(this::end);
        Focus.on(choose);
    }

    /// Writes the request into a file.
    void ask(Path into) {
        model.ask(into);
    }

    /// Chooses the reply.
    void reply(Path file) {
        model.replyProperty().set(file);
    }

    private Notice notice(String id, ObjectProperty<@Nullable Told> told) {
        return new Notice(id, told, words.of("shell"));
    }

    private void draw(@Nullable Standing standing) {
        if (standing == null) {
            page.getChildren().setAll(Headed.card(own.text("time.how"), Headed.quiet(own.text("time.how.line"))));
            return;
        }
        List<Node> cards = new ArrayList<>(List.of(what(standing)));
        if (!standing.several()) {
            cards.addAll(List.of(ask(standing), carrying, take(standing), ended));
        }
        page.getChildren().setAll(cards);
    }

    /// Which file, and what is attested of it so far.
    private Node what(Standing standing) {
        VBox card = Headed.card(
                "",
                CheckedCard.name(standing.pdf()),
                new Exact(
                        own,
                        "time-path",
                        own.text("written.where"),
                        standing.pdf().toString()));
        card.setId("time-what");
        if (standing.several()) {
            card.getChildren()
                    .addAll(
                            said("time-several", own.text("refusal.severalManifests")),
                            Headed.quiet(own.text("refusal.severalManifests.do")),
                            new HBox(list(standing)));
        } else {
            card.getChildren()
                    .add(said(
                            "time-list",
                            standing.manifest()
                                    .map(list -> own.text(
                                            "time.list", Direction.isolate(String.valueOf(list.getFileName()))))
                                    .orElseGet(() -> own.text("time.noList"))));
        }
        card.getChildren().add(new SignatureFacts(words, standing.signatures()));
        return card;
    }

    private Button list(Standing standing) {
        return Glyphs.button(
                "time-list-choose",
                own.text("check.list"),
                () -> picking.file(
                                getScene().getWindow(), "check.list", "file.list", Optional.of(standing.pdf()), ".txt")
                        .ifPresent(model::against));
    }

    /// The first step.
    private Node ask(Standing standing) {
        Label of = said("time-of", "");
        of.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> own.text("time.of."
                                + standing.asked(model.detachedProperty().get())),
                        model.detachedProperty()));
        Button make = step("time-ask", own.text("time.ask"), () -> request(standing));
        VBox card = Headed.card(own.text("time.step.ask"), of);
        card.setId("time-asking");
        if (standing.signed()) {
            CheckBox whole = new CheckBox(
                    own.text(standing.manifest().isPresent() ? "time.detached.list" : "time.detached.file"));
            whole.setId("time-detached");
            whole.setWrapText(true);
            whole.selectedProperty().bindBidirectional(model.detachedProperty());
            card.getChildren().add(whole);
        }
        card.getChildren()
                .addAll(
                        Headed.quiet(own.text("time.learns")),
                        new HBox(make),
                        notice("time-asking-notice", model.askingProperty()));
        return card;
    }

    /// The second step, which is the person's: to whom, and how.
    private void carry(@Nullable Written written) {
        carrying.setId("time-carrying");
        Label heading = new Label(own.text("time.step.carry"));
        heading.getStyleClass().add("card-title");
        carrying.getChildren().setAll(heading, said("time-whom", own.text("time.whom")));
        if (written != null) {
            carrying.getChildren()
                    .addAll(
                            new Exact(
                                    own,
                                    "time-request-path",
                                    own.text("time.request"),
                                    written.file().toString()),
                            new Exact(
                                    own,
                                    "time-request-hash",
                                    own.text("time.hash"),
                                    written.asked().hash().hex()),
                            new Exact(own, "time-command", own.text("time.command"), command(written.file())));
        }
        carrying.getChildren().add(Headed.quiet(own.text("time.carry.line")));
    }

    /// A name as it can stand in a command without meaning something else there; else another in its place.
    private static String plain(Path file, String otherwise) {
        String name = String.valueOf(file.getFileName());
        return name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M} ._+-]*") ? name : otherwise;
    }

    /// What sends it from a computer with a network; this one sends nothing.
    private static String command(Path request) {
        String name = plain(request, "request.tsq");
        String answer = name.endsWith(".tsq") ? name.substring(0, name.length() - 1) + "r" : name + ".tsr";
        return "curl ADDRESS -H \"Content-Type: application/timestamp-query\" --data-binary \"@" + name + "\" -o \""
                + answer + "\"";
    }

    /// The third step.
    private Node take(Standing standing) {
        Button take = step("time-take", own.text("time.take"), () -> model.attach(true));
        take.disableProperty()
                .bind(model.requestProperty().isNull().or(model.replyProperty().isNull()));
        Button without = step("time-take-without", own.text("time.take.without"), () -> model.attach(false));
        without.visibleProperty().bind(model.foreignProperty());
        without.managedProperty().bind(model.foreignProperty());
        VBox card = Headed.card(
                own.text("time.step.take"),
                Headed.quiet(own.text("time.take.line")),
                Headed.quiet(
                        standing.signed()
                                ? own.text("time.take.fits.signature") + " " + own.text("time.take.fits.instead")
                                : own.text("time.take.fits.other")),
                chosen(
                        "time-request",
                        own.text("time.request"),
                        "time.request.choose",
                        "file.request",
                        model.requestProperty(),
                        ".tsq"),
                chosen(
                        "time-reply",
                        own.text("time.reply"),
                        "time.reply.choose",
                        "file.reply",
                        model.replyProperty(),
                        ".tsr"),
                new HBox(8, take, without),
                notice("time-taking-notice", model.attachingProperty()));
        card.setId("time-taking");
        return card;
    }

    private Node chosen(
            String id, String name, String asking, String kind, ObjectProperty<@Nullable Path> file, String ending) {
        Label called = new Label(name);
        called.getStyleClass().add("field-name");
        called.setMinWidth(NAME);
        Label path = new Label();
        path.setId(id + "-file");
        path.getStyleClass().add("mono");
        path.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        path.setMinWidth(0);
        path.textProperty()
                .bind(file.map(chosen -> String.valueOf(chosen.getFileName())).orElse(own.text("time.none")));
        Button choose = Glyphs.button(
                id,
                own.text(asking),
                () -> picking.file(getScene().getWindow(), asking, kind, near(), ending)
                        .ifPresent(file::set));
        choose.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(10, called, choose, path);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Optional<Path> near() {
        return Optional.ofNullable(model.requestProperty().get())
                .or(() -> Optional.ofNullable(model.standingProperty().get()).map(Standing::pdf));
    }

    /// What is so now that the reply was taken in.
    private void end(@Nullable Attached attached) {
        ended.setId("time-ended");
        ended.setVisible(attached != null);
        ended.setManaged(attached != null);
        ended.getChildren().clear();
        if (attached == null) {
            return;
        }
        TimeTaken taken = attached.taken();
        Label heading = new Label(own.text("time.ended"));
        heading.getStyleClass().add("card-title");
        Label what = said(
                "time-attested",
                own.text(
                        "time.taken." + taken.of(),
                        words.moment(taken.said().at()),
                        taken.said().authority()));
        what.getStyleClass().addAll("preflight-standing", "standing-good");
        ended.getChildren().addAll(heading, what);
        if (taken.of() == TimeAsked.Of.SIGNATURE) {
            inside(taken);
        }
        taken.reply().ifPresent(reply -> beside(taken, reply));
        ended.getChildren().add(said("time-noted", own.text(attached.noted() ? "time.noted" : "time.notNoted")));
        Standing standing = model.standingProperty().get();
        if (standing != null) {
            steps(standing.pdf());
        }
    }

    private void inside(TimeTaken taken) {
        ended.getChildren()
                .addAll(
                        said("time-inside", own.text("time.inside")),
                        new Exact(
                                own,
                                "time-now",
                                own.text("time.now"),
                                taken.now().hex()),
                        new Exact(
                                own,
                                "time-before",
                                own.text("time.before"),
                                taken.written().hex()),
                        said(
                                "time-manifest",
                                own.text(taken.manifest().isPresent() ? "time.manifest" : "time.noManifest")));
    }

    private void beside(TimeTaken taken, Path reply) {
        Path attested = taken.of() == TimeAsked.Of.MANIFEST
                ? taken.manifest().orElse(reply)
                : Optional.ofNullable(model.standingProperty().get())
                        .map(Standing::pdf)
                        .orElse(reply);
        ended.getChildren()
                .addAll(
                        said("time-beside", own.text("time.beside")),
                        new Exact(own, "time-kept", own.text("time.kept"), reply.toString()),
                        new Exact(
                                own,
                                "time-verify",
                                own.text("time.verify"),
                                "openssl ts -verify -data \"" + plain(attested, "FILE") + "\" -in \""
                                        + plain(reply, "REPLY.tsr") + "\" -CAfile CA.pem"));
    }

    private void steps(Path pdf) {
        FolderButton folder = new FolderButton(
                words,
                "time-folder",
                new FolderViewModel(
                        desk,
                        places.window(),
                        Optional.ofNullable(pdf.toAbsolutePath().getParent()).orElse(pdf)));
        Button check = Glyphs.button("time-check", own.text("check.go"), () -> desk.go(FinishedPlace.check(pdf)));
        ended.getChildren().addAll(new HBox(8, check, folder.button()), folder.otherwise());
        // it stands below all the steps
        Platform.runLater(() -> {
            scroll.layout();
            scroll.setVvalue(1);
            check.requestFocus();
        });
    }

    private Button step(String id, String text, Runnable action) {
        Button button = Glyphs.button(id, text, () -> {
            if (!model.workingProperty().get()) {
                action.run();
            }
        });
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Label said(String id, String text) {
        Label label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void request(Standing standing) {
        String name = String.valueOf(standing.pdf().getFileName()).replaceFirst("(?i)\\.pdf$", "");
        picking.fresh(
                        getScene().getWindow(),
                        "time.ask",
                        Optional.of(standing.pdf()),
                        name + ".tsq",
                        new ExtensionFilter(own.text("file.request"), "*.tsq"))
                .ifPresent(this::ask);
    }

    private void file() {
        picking.file(getScene().getWindow(), "time.file", "file.pdf", Optional.<Path>empty(), ".pdf", ".PDF")
                .ifPresent(model::open);
    }
}
