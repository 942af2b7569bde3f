package org.cairn.ui.common;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.collections.ObservableListBase;
import org.cairn.domain.Page;
import org.jspecify.annotations.Nullable;

/// A list as long as it likes that holds only the pages somebody looks at: lines not fetched yet are null.
///
/// Give it to a `TableView` or `ListView`: their cells ask for what is seen, and only that is fetched.
public final class PagedRows<T> extends ObservableListBase<@Nullable T> {

    private static final int PAGE = 100;
    private static final int PAGES_HELD = 30;

    private final Start start;
    private final Consumer<? super Throwable> otherwise;
    private final Map<Integer, List<T>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> asked = new HashSet<>();
    private BiFunction<Integer, Integer, Page<T>> source = (offset, limit) -> new Page<>(List.of(), 0);
    private int generation;
    private int size;

    /// How pages are fetched.
    private interface Start {
        <R> void begin(Callable<R> work, Consumer<? super R> then, Consumer<? super Throwable> otherwise);
    }

    /// @param otherwise what to do when a page cannot be fetched
    public PagedRows(Tasks tasks, Consumer<? super Throwable> otherwise) {
        this(tasks::fetch, otherwise);
    }

    /// Lines of a document, which takes as long as it likes.
    ///
    /// @param otherwise what to do when a page cannot be fetched
    public static <T> PagedRows<T> ofDocument(Tasks tasks, Consumer<? super Throwable> otherwise) {
        return new PagedRows<>(tasks::look, otherwise);
    }

    private PagedRows(Start start, Consumer<? super Throwable> otherwise) {
        this.start = start;
        this.otherwise = otherwise;
    }

    /// Shows another list from its beginning.
    ///
    /// @param from gives the lines from an offset on, at most so many
    /// @param then called with the total once the first page is there
    public void show(BiFunction<Integer, Integer, Page<T>> from, Consumer<Long> then) {
        generation++;
        int mine = generation;
        source = from;
        start.begin(
                () -> from.apply(0, PAGE),
                page -> {
                    if (mine == generation) {
                        replace(page);
                        then.accept(page.total());
                    }
                },
                otherwise);
    }

    @Override
    public @Nullable T get(int index) {
        int page = index / PAGE;
        List<T> held = pages.get(page);
        if (held == null) {
            ask(page);
            return null;
        }
        int within = index % PAGE;
        return within < held.size() ? held.get(within) : null;
    }

    @Override
    public int size() {
        return size;
    }

    private void replace(Page<T> first) {
        beginChange();
        for (int i = size - 1; i >= 0; i--) {
            nextRemove(0, (T) null);
        }
        pages.clear();
        asked.clear();
        pages.put(0, first.items());
        size = (int) Math.min(first.total(), Integer.MAX_VALUE);
        nextAdd(0, size);
        endChange();
    }

    private void ask(int page) {
        if (!asked.add(page)) {
            return;
        }
        int mine = generation;
        BiFunction<Integer, Integer, Page<T>> from = source;
        start.begin(
                () -> from.apply(page * PAGE, PAGE),
                fetched -> {
                    if (mine == generation) {
                        hold(page, fetched.items());
                    }
                },
                otherwise);
    }

    private void hold(int page, List<T> items) {
        asked.remove(page);
        pages.put(page, items);
        if (pages.size() > PAGES_HELD) {
            pages.remove(pages.keySet().iterator().next());
        }
        beginChange();
        for (int i = 0; i < items.size() && page * PAGE + i < size; i++) {
            nextUpdate(page * PAGE + i);
        }
        endChange();
    }
}
