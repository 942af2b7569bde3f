package org.cairn.ui.pages;

import java.util.LinkedHashMap;
import java.util.Optional;
import javafx.scene.image.Image;

/// Pages that were drawn already, within a fixed amount of memory: the ones seen last stay longest.
final class DrawnBefore {

    private static final long MOST_BYTES = 96L << 20;
    private static final long MOST_SMALL_BYTES = 8L << 20;

    /// Below this a page is a thumbnail, which stays when larger ones must go.
    private static final int SMALL = 200;

    private record Key(int page, int width) {}

    private final Shelf small = new Shelf(MOST_SMALL_BYTES);
    private final Shelf large = new Shelf(MOST_BYTES);

    synchronized Optional<Image> find(int page, int width) {
        return Optional.ofNullable(shelf(width).pictures.get(new Key(page, width)));
    }

    synchronized void keep(int page, int width, Image picture) {
        shelf(width).keep(new Key(page, width), picture);
    }

    synchronized void clear() {
        small.clear();
        large.clear();
    }

    private Shelf shelf(int width) {
        return width <= SMALL ? small : large;
    }

    private static final class Shelf {

        private final LinkedHashMap<Key, Image> pictures = new LinkedHashMap<>(16, 0.75f, true);
        private final long most;
        private long held;

        Shelf(long most) {
            this.most = most;
        }

        void keep(Key key, Image picture) {
            Image before = pictures.put(key, picture);
            held += OnScreen.bytes(picture) - (before == null ? 0 : OnScreen.bytes(before));
            while (held > most && pictures.size() > 1) {
                held -= OnScreen.bytes(pictures.pollFirstEntry().getValue());
            }
        }

        void clear() {
            pictures.clear();
            held = 0;
        }
    }
}
