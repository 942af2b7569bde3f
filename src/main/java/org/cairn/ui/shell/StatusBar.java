package org.cairn.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Tasks;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The foot of the window: which archive, who, what is being worked on, and the lock.
final class StatusBar extends HBox {

    StatusBar(Desk desk, Runnable lock) {
        Messages words = desk.words().of("shell");
        getStyleClass().add("status-bar");
        Label archive = Glyphs.label(Material2AL.LOCK_OPEN, desk.archive().name(), "status-archive");
        archive.setId("status-archive");
        Label user =
                Glyphs.label(Material2MZ.PERSON_OUTLINE, desk.archive().user().name());
        user.setId("status-user");
        getChildren()
                .addAll(
                        archive,
                        user,
                        Headed.room(),
                        jobs(desk.tasks(), words),
                        Glyphs.button("lock", Material2AL.LOCK, words.text("lock.now"), lock));
    }

    /// What is being worked on, each with its way to be stopped.
    static HBox jobs(Tasks tasks, Messages words) {
        HBox row = new HBox();
        row.setId("jobs");
        row.getStyleClass().add("jobs");
        ListChangeListener<Job> redraw = change -> draw(row, tasks, words);
        tasks.jobs().addListener(new javafx.collections.WeakListChangeListener<>(redraw));
        row.getProperties().put("redraw", redraw); // the row keeps its listener alive, the tasks do not
        draw(row, tasks, words);
        return row;
    }

    private static void draw(HBox row, Tasks tasks, Messages words) {
        row.getChildren().clear();
        tasks.jobs().stream().limit(2).forEach(job -> row.getChildren().add(entry(job, words)));
        if (tasks.jobs().size() > 2) {
            row.getChildren()
                    .add(Headed.quiet(words.text("jobs.more", tasks.jobs().size() - 2)));
        }
    }

    private static HBox entry(Job job, Messages words) {
        Label title = new Label(job.title());
        Label stage = new Label();
        stage.getStyleClass().add("quiet");
        stage.textProperty()
                .bind(job.stageProperty().map(code -> words.has("stage." + code) ? words.text("stage." + code) : ""));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.fractionProperty());
        bar.setAccessibleText(job.title());
        HBox entry = new HBox(
                title,
                stage,
                bar,
                Glyphs.quiet("job-cancel", Material2AL.CLOSE, words.text("jobs.cancel", job.title()), job::cancel));
        entry.getStyleClass().add("job");
        return entry;
    }
}
