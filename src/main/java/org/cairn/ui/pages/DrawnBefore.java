package org.cairn.ui.pages;

import java.util.LinkedHashMap;
import java.util.Optional;
import javafx.scene.image.Image;

/// Pages that were drawn already, within a fixed amount of memory: the ones seen last stay longest.
final class DrawnBefore {

    private static final long MOST_BYTES = 96L << 20;

    private record Key(int page, int width) {}

    private final LinkedHashMap<Key, Image> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    synchronized Optional<Image> find(int page, int width) {
        return Optional.ofNullable(pictures.get(new Key(page, width)));
    }

    synchronized void keep(int page, int width, Image picture) {
        Image before = pictures.put(new Key(page, width), picture);
        held += OnScreen.bytes(picture) - (before == null ? 0 : OnScreen.bytes(before));
        while (held > MOST_BYTES && pictures.size() > 1) {
            Image oldest = pictures.pollFirstEntry().getValue();
            held -= OnScreen.bytes(oldest);
        }
    }

    synchronized void clear() {
        pictures.clear();
        held = 0;
    }
}
