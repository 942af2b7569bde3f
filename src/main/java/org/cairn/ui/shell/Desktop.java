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
import org.cairn.ui.common.Departure;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Job;
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

    private static final Duration WAIT_FOR_WORK = Duration.ofHours(12);

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
    }

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
                .subscribe((from, to) ->
                        changed(() -> preferences.themeProperty().set(from)));
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

    /// Hides everything at once, keeps what is unsaved, wipes the keys. Work that is going on is finished first; the
    /// screen stays hidden meanwhile.
    public void lock() {
        Archive open = archive;
        MainWindow main = window;
        if (open == null || main == null) {
            return;
        }
        Doorway.Locked locked = new Doorway.Locked(open.folder(), open.user().name());
        left = Optional.of(new Left(locked, main.place()));
        Runnable parting = main.parting();
        List<Job> going = List.copyOf(tasks.jobs());
        forget(main);
        closed = new CompletableFuture<>();
        CompletableFuture<Boolean> closing = closed;
        tasks.run(() -> closeAfter(parting, going, open), () -> closing.complete(true), failure -> {
            closing.complete(false);
            new ErrorMessages(words()).tell(failure);
        });
        welcome(Optional.of(locked));
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
        Place place = left.flatMap(before -> before.placeOf(unlocked)).orElse(Place.of("home"));
        left = Optional.empty();
        furnish(unlocked, place);
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
        tasks.run(parting, () -> furnish(open, place), failure -> furnish(open, place));
    }

    private void put(javafx.scene.Parent content) {
        root.setNodeOrientation(words().rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        root.getChildren().setAll(content);
        Looks.dress(scene, preferences.themeProperty().get());
    }

    private void forget(MainWindow main) {
        root.getChildren().clear();
        main.close();
        window = null;
        archive = null;
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
            return;
        }
        Runnable parting = main.parting();
        List<Job> going = List.copyOf(tasks.jobs());
        going.forEach(Job::cancel);
        forget(main);
        closeAfter(parting, going, open);
    }

    private static void closeAfter(Runnable parting, List<Job> going, Archive open) {
        try {
            parting.run();
            for (Job job : going) {
                job.await(WAIT_FOR_WORK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.close();
        }
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
