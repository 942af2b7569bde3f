package org.cairn.ui.common;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Mends a fault of JavaFX 23 to 26 on Linux: a right-to-left text that wraps fails with an
/// `ArrayIndexOutOfBoundsException`, and an Arabic statement could be neither shown nor written.
///
/// When a line is broken, the toolkit's Pango layout shapes the first part of a run again, but takes the letters from a
/// cache that still holds the whole run. We give it a cache that never remembers. Where the toolkit has no such cache
/// (other systems, other versions) nothing is touched; `WrappedArabicTest` tells when the mend is no longer needed.
final class WrappedArabic {

    private static final System.Logger LOG = System.getLogger(WrappedArabic.class.getName());

    private WrappedArabic() {}

    /// Must run on the JavaFX thread, once, before the first text is laid out.
    static void mend() {
        try {
            Field shared =
                    Class.forName("com.sun.javafx.text.GlyphLayoutManager").getDeclaredField("REUSABLE_INSTANCE");
            shared.setAccessible(true);
            Object layout = shared.get(null);
            if (layout != null && layout.getClass().getSimpleName().equals("PangoGlyphLayout")) {
                Field cache = layout.getClass().getDeclaredField("runUtf8");
                cache.setAccessible(true);
                cache.set(layout, new Forgetful());
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "wrappedArabicNotMended", e);
        }
    }

    /// Keeps every value until it is cleared, so that all are freed, but finds none again.
    private static final class Forgetful extends AbstractMap<Object, Object> {

        private final List<Object> values = new ArrayList<>();

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return null;
        }

        @Override
        public @Nullable Object put(Object key, Object value) {
            values.add(value);
            return null;
        }

        @Override
        public Collection<Object> values() {
            return values;
        }

        @Override
        public void clear() {
            values.clear();
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<Object, Object>> iterator() {
                    return values.stream()
                            .map(value -> Map.entry((Object) value, (Object) value))
                            .iterator();
                }

                @Override
                public int size() {
                    return values.size();
                }
            };
        }
    }
}
