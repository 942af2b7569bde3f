package org.cairn.domain;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells a full disk from other failures, for whatever writes to one: Java has no exception of its own for it.
public final class FullDisk {

    /// What systems say of it: Linux and macOS, Windows, and whoever counts what each user holds.
    private static final List<String> WORDS = List.of("no space left", "not enough space", "quota exceeded");

    private static final long NEXT_TO_NOTHING = 1L << 20;

    private FullDisk() {}

    /// Whether something failed because the disk that holds a folder is full.
    ///
    /// The words come from the system in its own language: where they say nothing, the free space does. That a thread
    /// was interrupted says nothing of the disk.
    public static boolean explains(Throwable failure, Path folder) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                return false;
            }
            if (says(cause)) {
                return true;
            }
        }
        return holds(folder);
    }

    /// Whether a folder lies on a disk with next to no room left; one that is gone is not full.
    public static boolean holds(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NEXT_TO_NOTHING;
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean says(Throwable failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(said::contains);
    }
}
