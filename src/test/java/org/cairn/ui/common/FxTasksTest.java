package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/// Nothing that hangs may keep what somebody wrote from being saved, or the archive from being locked.
@ExtendWith(ApplicationExtension.class)
class FxTasksTest {

    private final FxTasks tasks = new FxTasks();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void end() {
        never.countDown();
        tasks.close();
    }

    private boolean hang() throws InterruptedException {
        never.await();
        return true;
    }

    private void hangEverywhere() {
        for (int i = 0; i < 20; i++) {
            tasks.look(this::hang, done -> {}, failure -> {});
            tasks.fetch(this::hang, done -> {}, failure -> {});
            tasks.start("hangs", progress -> done(), done -> {}, failure -> {});
        }
    }

    private boolean done() {
        try {
            return hang();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void savesWhileEveryPageAndEveryQuestionHangs() throws InterruptedException {
        hangEverywhere();
        CountDownLatch saved = new CountDownLatch(1);
        tasks.keep(saved::countDown, () -> {}, failure -> {});
        assertThat(saved.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void locksWhileEverythingHangsEvenSaving() throws InterruptedException {
        hangEverywhere();
        tasks.keep(this::done, () -> {}, failure -> {});
        CountDownLatch locked = new CountDownLatch(1);
        tasks.atOnce(locked::countDown, () -> {}, failure -> {});
        assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void answersQuestionsWhileEveryPageHangs() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            tasks.look(this::hang, done -> {}, failure -> {});
        }
        CountDownLatch answered = new CountDownLatch(1);
        tasks.run(answered::countDown, () -> {}, failure -> {});
        assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
