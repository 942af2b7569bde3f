package org.cairn.ui.shell;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.cairn.archive.Archive;
import org.cairn.archive.Environment;
import org.cairn.dates.SpokenDates;
import org.cairn.ui.common.Copied;
import org.cairn.ui.common.Departure;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Words;
import org.cairn.ui.welcome.Doorway;
import org.cairn.ui.welcome.WelcomeView;
import org.jspecify.annotations.Nullable;

/// The program on a stage: the welcome page, the open archive, the lock, and the ways between them.
public final class Desktop {

    private final Stage stage;
    private final Preferences preferences;
    private final Tasks tasks;
    private final Environment environment;
    private final ZoneId zone;
    private final List<ScreenEntry> screens;
    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root, 1280, 800);
    private CompletableFuture<Boolean> closed = CompletableFuture.completedFuture(true);
    private @Nullable Archive archive;
    private @Nullable MainWindow window;
    private @Nullable IdleWatch idle;
    private boolean returning;
    private Optional<Left> left = Optional.empty();

    /// Where somebody was when they locked, to come back to: them, in that archive, and nobody else.
    private record Left(Doorway.Locked locked, Place place) {
        Optional<Place> placeOf(Archive opened) {
            boolean same = opened.folder().equals(locked.folder())
                    && opened.user().name().equals(locked.user());
            return same ? Optional.of(place) : Optional.empty();
        }

        @Override
        public String toString() {
            return "Left";
        }
    }

    private @Nullable BackgroundRecognition recognition;

    public Desktop(
            Stage stage,
            Preferences preferences,
            Tasks tasks,
            Environment environment,
            ZoneId zone,
            List<ScreenEntry> screens) {
        this.stage = stage;
        this.preferences = preferences;
        this.tasks = tasks;
        this.environment = environment;
        this.zone = zone;
        this.screens = List.copyOf(screens);
    }

    /// Shows the window with the welcome page.
    public void show() {
        root.setId("root");
        preferences
                .themeProperty()
                .subscribe(
                        (from, to) -> changed(() -> preferences.themeProperty().set(from)));
        preferences
                .languageProperty()
                .subscribe((from, to) ->
                        changed(() -> preferences.languageProperty().set(from)));
        accelerate(KeyCode.L, this::lockByHand);
        accelerate(KeyCode.K, () -> with(MainWindow::focusSearch));
        for (int number = 1; number <= 9; number++) {
            int to = number;
            accelerate(KeyCode.getKeyCode(String.valueOf(number)), () -> with(open -> open.goTo(to)));
        }
        scene.addEventFilter(InputEvent.ANY, this::touched);
        Copied.heed(scene);
        stage.setTitle("Cairn");
        stage.setMinWidth(960);
        stage.setMinHeight(640);
        stage.setScene(scene);
        stage.setOnCloseRequest(this::closing);
        welcome(Optional.empty());
        stage.show();
    }

    /// Locks as soon as the person has decided what only they can save; at once when they ask a second time.
    private void lockByHand() {
        if (!holdsBack(Departure.locking(this::lock))) {
            lock();
        }
    }

    /// Hides everything at once, keeps what is unsaved, stops what is being worked on, wipes the keys: within seconds.
    /// Reading goes on by itself after unlocking.
    public void lock() {
        Archive open = archive;
        MainWindow main = window;
        if (open == null || main == null) {
            return;
        }
        Doorway.Locked locked = new Doorway.Locked(open.folder(), open.user().name());
        left = Optional.of(new Left(locked, main.place()));
        Closing closing = closing(main, open);
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        closed = ended;
        tasks.atOnce(() -> close(closing, ended), () -> {}, ErrorMessages::note);
        welcome(Optional.of(locked));
    }

    private static void close(Closing closing, CompletableFuture<Boolean> ended) {
        try {
            closing.run();
        } finally {
            ended.complete(true);
        }
    }

    /// Opens the window for an archive: after creating, opening or unlocking it.
    public void opened(Archive unlocked) {
        archive = unlocked;
        preferences.opened(unlocked.folder());
        idle = new IdleWatch(
                tasks,
                environment.clock(),
                () -> Duration.ofMinutes(
                        Math.max(1, preferences.lockAfterMinutesProperty().get())),
                this::lock);
        tasks.atOnce(tasks.drawing()::warm, () -> {}, ErrorMessages::note);
        tasks.atOnce(() -> SpokenDates.warm(words().locale()), () -> {}, ErrorMessages::note);
        Place place = left.flatMap(before -> before.placeOf(unlocked)).orElse(Place.of("home"));
        left = Optional.empty();
        furnish(unlocked, place);
        readOn(unlocked);
        index(unlocked);
        recognition =
                new BackgroundRecognition(tasks, unlocked, words().of("shell").text("job.recognise"));
    }

    /// What a lock, or a crash, left unread.
    private void readOn(Archive unlocked) {
        tasks.fetch(
                unlocked.evidence()::waitsToBeRead,
                waits -> {
                    if (waits && unlocked.equals(archive)) {
                        tasks.start(
                                words().of("shell").text("job.readOn"),
                                progress -> unlocked.evidence().readWaiting(progress),
                                read -> {},
                                ErrorMessages::note);
                    }
                },
                ErrorMessages::note);
    }

    /// The archive that is unlocked.
    Optional<Archive> unlocked() {
        return Optional.ofNullable(archive);
    }

    /// What the index has not followed yet, or all of it where it was lost, it follows while people work. Only then is
    /// a search warmed: that follows a little by itself, and nobody would be told what is going on.
    private void index(Archive unlocked) {
        tasks.fetch(
                unlocked.searches()::waiting,
                waiting -> {
                    if (unlocked.equals(archive)) {
                        if (waiting > 0) {
                            follow(unlocked);
                        }
                        tasks.atOnce(unlocked.searches()::warm, () -> {}, ErrorMessages::note);
                    }
                },
                failure -> new ErrorMessages(words()).tell(failure));
    }

    private void follow(Archive unlocked) {
        tasks.start(
                words().of("shell").text("job.index"),
                progress -> {
                    unlocked.searches().catchUp(progress);
                    return Boolean.TRUE;
                },
                done -> {},
                failure -> new ErrorMessages(words()).tell(failure));
    }

    private void furnish(Archive unlocked, Place place) {
        Desk desk = new Desk(unlocked, tasks, words(), preferences, environment, to -> with(open -> open.go(to)));
        MainWindow fresh = new MainWindow(desk, screens, this::lockByHand);
        window = fresh;
        put(fresh);
        fresh.go(place);
        if (fresh.place().screen().equals("home") && !place.screen().equals("home")) {
            fresh.go(Place.of("home"));
        }
    }

    private void welcome(Optional<Doorway.Locked> locked) {
        Doorway doorway = new Doorway(tasks, words(), preferences, environment, this::waitUntilClosed, this::opened);
        put(new WelcomeView(doorway, locked));
    }

    /// Another language or another theme, unless the person stays with what they had to finish first.
    private void changed(Runnable back) {
        if (returning) {
            return;
        }
        boolean held = holdsBack(Departure.out(this::rebuild, () -> {
            returning = true;
            back.run();
            returning = false;
        }));
        if (!held) {
            rebuild();
        }
    }

    /// The same place, furnished anew.
    private void rebuild() {
        MainWindow main = window;
        Archive open = archive;
        if (main == null || open == null) {
            welcome(left.map(Left::locked));
            return;
        }
        Place place = main.place();
        Runnable parting = main.parting();
        main.close();
        tasks.keep(parting, () -> furnish(open, place), failure -> furnish(open, place));
    }

    private void put(javafx.scene.Parent content) {
        root.setNodeOrientation(words().rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        root.getChildren().setAll(content);
        Looks.dress(scene, preferences.themeProperty().get());
    }

    private void forget(MainWindow main) {
        root.getChildren().clear();
        main.close();
        Copied.takeBack();
        window = null;
        archive = null;
        BackgroundRecognition background = recognition;
        recognition = null;
        if (background != null) {
            background.close();
        }
        if (idle != null) {
            idle.close();
            idle = null;
        }
    }

    private void closing(WindowEvent event) {
        boolean held = holdsBack(Departure.out(
                () -> {
                    leave();
                    stage.hide();
                },
                () -> {}));
        if (held) {
            event.consume();
        } else {
            leave();
        }
    }

    private boolean holdsBack(Departure departure) {
        MainWindow main = window;
        return main != null && main.holdsBack(departure);
    }

    private void leave() {
        Archive open = archive;
        MainWindow main = window;
        if (open == null || main == null) {
            waitUntilClosed(); // locked a moment ago: what was unsaved is still being kept
            return;
        }
        closing(main, open).run();
    }

    /// Takes everything off the screen; what is left is to close the archive, on any thread.
    private Closing closing(MainWindow main, Archive open) {
        Closing closing = Closing.begin(tasks, main.parting(), open);
        forget(main);
        tasks.drawing().endAll();
        return closing;
    }

    private void waitUntilClosed() {
        closed.join();
    }

    private void with(java.util.function.Consumer<MainWindow> action) {
        MainWindow main = window;
        if (main != null) {
            action.accept(main);
        }
    }

    private void touched(Event event) {
        IdleWatch watch = idle;
        if (watch != null) {
            watch.touch();
        }
    }

    private void accelerate(KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
    }

    private Words words() {
        return new Words(preferences.languageProperty().get(), zone);
    }
}
