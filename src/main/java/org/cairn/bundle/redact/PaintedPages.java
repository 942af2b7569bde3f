package org.cairn.bundle.redact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.bundle.redact.PagePainter.Painted;
import org.cairn.domain.Redaction;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.PdfDrawing;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.jspecify.annotations.Nullable;

/// Pages painted over, two at a time; handed on one by one in their order, by the thread that asked.
final class PaintedPages {

    private static final int TOGETHER = 2;
    private static final int ALONE = 3;

    private final DrawingProcesses processes;
    private final PagePainter painter;
    private final Progress progress;

    PaintedPages(DrawingProcesses processes, PagePainter painter, Progress progress) {
        this.processes = processes;
        this.painter = painter;
        this.progress = progress;
    }

    /// Takes a page that was painted.
    @FunctionalInterface
    interface Taken {
        void take(int place, Painted painted) throws IOException;
    }

    /// @param redactions those of each page, in the order of the pages
    void paint(PagesApart pages, List<List<Redaction>> redactions, Taken taken) throws IOException {
        int together = redactions.size() <= ALONE ? 1 : TOGETHER;
        BlockingQueue<PdfDrawing> free = new ArrayBlockingQueue<>(together);
        List<PdfDrawing> opened = new ArrayList<>();
        try {
            for (int i = 0; i < together; i++) {
                opened.add(pages.open(processes));
            }
            free.addAll(opened);
            try (ExecutorService workers = Executors.newFixedThreadPool(
                    together, Thread.ofPlatform().daemon().name("redaction", 0).factory())) {
                handOn(workers, free, opened, redactions, taken);
            }
        } catch (NotDrawable e) {
            // not even one page of them can be looked at
            for (int i = 0; i < redactions.size(); i++) {
                taken.take(i, new Painted(null, List.of(), true));
            }
        } finally {
            opened.forEach(PdfDrawing::close);
        }
    }

    private void handOn(
            ExecutorService workers,
            BlockingQueue<PdfDrawing> free,
            List<PdfDrawing> opened,
            List<List<Redaction>> redactions,
            Taken taken)
            throws IOException {
        List<Future<Painted>> waiting = new ArrayList<>();
        for (int i = 0; i < redactions.size(); i++) {
            int place = i;
            waiting.add(workers.submit(() -> one(free, place, redactions.get(place))));
        }
        try {
            for (int i = 0; i < waiting.size(); i++) {
                progress.checkCancelled();
                taken.take(i, waiting.get(i).get());
                progress.step("redact", i + 1L, waiting.size());
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            waiting.forEach(one -> one.cancel(false));
            if (waiting.stream().anyMatch(Future::isCancelled)) {
                opened.forEach(PdfDrawing::close);
            }
        }
    }

    private Painted one(BlockingQueue<PdfDrawing> free, int place, List<Redaction> redactions)
            throws InterruptedException {
        PdfDrawing drawing = free.take();
        try {
            return painter.paint(drawing, place + 1, redactions);
        } finally {
            free.add(drawing);
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) throws IOException {
        if (cause instanceof IOException known) {
            throw known;
        }
        if (cause instanceof Error known) {
            throw known;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
