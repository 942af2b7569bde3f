package org.cairn.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a bundle is parted into volumes, and which number each of its pages has.
///
/// @param volumes in order
/// @param numbers the number of the page that bears a key, once it is known
record Shape(List<Volume> volumes, Map<String, Integer> numbers) {

    private static final int UNKNOWN = 9999;

    Shape {
        volumes = List.copyOf(volumes);
        numbers = Map.copyOf(numbers);
    }

    /// One volume.
    ///
    /// @param number as it is called
    /// @param entries its lines of the index
    /// @param firstPage the number of its first page
    /// @param pages how many it has
    record Volume(int number, List<Entry> entries, int firstPage, int pages) {
        Volume {
            entries = List.copyOf(entries);
        }

        int lastPage() {
            return firstPage + pages - 1;
        }

        @Override
        public String toString() {
            return "Volume " + number;
        }
    }

    /// The number of a page as it is printed; one that is not known yet is as wide as any.
    String page(String key) {
        return String.valueOf(numbers.getOrDefault(key, UNKNOWN));
    }

    /// The same with more numbers, which count where others were guessed.
    Shape knowing(Map<String, Integer> more) {
        Map<String, Integer> all = new HashMap<>(numbers);
        all.putAll(more);
        return new Shape(volumes, all);
    }

    int lastPage() {
        return volumes.getLast().lastPage();
    }

    boolean several() {
        return volumes.size() > 1;
    }

    @Override
    public String toString() {
        return "Shape of " + volumes.size();
    }
}
