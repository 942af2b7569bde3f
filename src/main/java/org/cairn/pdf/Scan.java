package org.cairn.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessRead;
import org.jspecify.annotations.Nullable;

/// Where objects lie in a file, found by going through it from its first byte to its last. What is within streams is no
/// object of the file. Where it is not known how long a stream is, what looks like an object in it counts until the
/// same one is found elsewhere; how long it is may stand behind it, and the file is gone through once more then.
final class Scan {

    /// Of more nobody keeps account.
    private static final int MOST_OBJECTS = 1_000_000;

    private static final int MOST_GENERATIONS = 1 << 16;

    /// After so many streams that are not as long as they say none is believed.
    private static final int MOST_MISSED = 1_000;

    /// No file was added to so often; of those that say so the last are read.
    private static final int MOST_TRAILERS = 200;

    /// As much of a broken object is looked at.
    private static final int MOST_WORDS = 32 * 1024;

    private static final Set<String> TELLING = Set.of("/Page", "/Pages", "/Kids", "/Contents", "/MediaBox", "/Catalog");

    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);

    private final Map<COSObjectKey, Place> objects = new LinkedHashMap<>();
    private final Map<COSObjectKey, Place> knownBefore;
    private final Deque<Long> trailers = new ArrayDeque<>();
    private final Deque<Long> innerTrailers = new ArrayDeque<>();
    private final RandomAccessRead bytes;
    private final Tokens tokens;

    private final long[] numbers = {-1, -1};
    private final long[] numbersAt = {-1, -1};
    private @Nullable Place within;
    private boolean inStream;
    private int streams;
    private boolean lengthsUnknown;
    private boolean objectsInStreams;
    private int missed;
    private int sinceLength;
    private long length = -1;

    /// Where an object lies. Where the same one comes again, the last holds.
    static final class Place {
        private final long first;
        private final long last;
        private final boolean inner;
        private boolean begun;
        private long value = -1;
        private boolean telling;
        private boolean pack;
        private boolean table;
        private boolean lock;

        private Place(long first, long last, boolean inner) {
            this.first = first;
            this.last = last;
            this.inner = inner;
        }

        private void word(long number) {
            value = begun ? -1 : number;
            begun = true;
        }

        /// Where its first version begins.
        long first() {
            return first;
        }

        /// Where its last version begins.
        long last() {
            return last;
        }

        /// Whether it has a word of pages, of branches or of the document's root.
        boolean telling() {
            return telling;
        }

        /// Whether it says that other objects are packed in it.
        boolean pack() {
            return pack;
        }

        /// Whether it names the way in which most files are locked.
        boolean lock() {
            return lock;
        }

        /// Whether it says that it lists the objects, as a trailer does.
        boolean table() {
            return table;
        }
    }

    /// Where what a trailer says begins.
    ///
    /// @param numbered whether it is an object with a number
    record Trailer(long place, boolean numbered) {}

    private Scan(RandomAccessRead bytes, Map<COSObjectKey, Place> knownBefore) {
        this.bytes = bytes;
        this.knownBefore = knownBefore;
        tokens = new Tokens(bytes);
    }

    static Scan of(RandomAccessRead bytes) throws IOException {
        Scan scan = new Scan(bytes, Map.of());
        scan.go();
        if (scan.lengthsUnknown && scan.objectsInStreams) {
            Scan again = new Scan(bytes, scan.objects);
            again.go();
            return again;
        }
        return scan;
    }

    private void go() throws IOException {
        while (tokens.next() && objects.size() < MOST_OBJECTS) {
            token(tokens.word());
        }
    }

    /// In the order of the file.
    Map<COSObjectKey, Place> objects() {
        return objects;
    }

    /// The last trailers in the order of the file; before them those that are in a stream.
    List<Trailer> trailers() {
        List<Trailer> all = new ArrayList<>(trailers(innerTrailers, true));
        all.addAll(trailers(trailers, false));
        return all;
    }

    private List<Trailer> trailers(Deque<Long> places, boolean inner) {
        List<Trailer> found = new ArrayList<>();
        places.forEach(place -> found.add(new Trailer(place, false)));
        objects.values().stream()
                .filter(place -> place.table && place.inner == inner)
                .forEach(place -> found.add(new Trailer(place.last, true)));
        found.sort(Comparator.comparingLong(Trailer::place));
        return found.subList(Math.max(0, found.size() - MOST_TRAILERS), found.size());
    }

    /// An object as it is written, its stream left out.
    String words(Place place) throws IOException {
        byte[] piece = new byte[MOST_WORDS];
        bytes.seek(place.last);
        int came = 0;
        int some = bytes.read(piece, 0, piece.length);
        while (some > 0) {
            came += some;
            some = bytes.read(piece, came, piece.length - came);
        }
        String words = new String(piece, 0, came, StandardCharsets.ISO_8859_1);
        int end = words.indexOf("endobj");
        return end < 0 ? words : words.substring(0, end);
    }

    /// Whether it is worth looking at an object for pages.
    static boolean tells(String object) {
        return object.indexOf('#') >= 0 || TELLING.stream().anyMatch(object::contains);
    }

    private void token(String word) throws IOException {
        long number = number(word);
        if (number >= 0) {
            length = sinceLength == 1 ? number : sinceLength == 2 ? -1 : length;
            sinceLength += sinceLength > 0 ? 1 : 0;
            push(number, tokens.begins());
            if (within != null) {
                within.word(number);
            }
            return;
        }
        word(word);
        sinceLength = word.equals("/Length") ? 1 : 0;
        push(-1, -1);
        push(-1, -1);
        if (word.startsWith("endobj") && number(word.substring(6)) >= 0) {
            push(number(word.substring(6)), tokens.begins() + 6);
        }
    }

    private void push(long number, long at) {
        numbers[0] = numbers[1];
        numbersAt[0] = numbersAt[1];
        numbers[1] = number;
        numbersAt[1] = at;
    }

    private void word(String word) throws IOException {
        if (word.equals("obj")) {
            begin();
        } else if (word.startsWith("endobj")) {
            within = null;
            streams -= inStream ? 1 : 0; // the word for the end of the stream is lost
            inStream = false;
        } else if (word.endsWith("endstream")) {
            inStream = false;
            streams = Math.max(0, streams - 1);
        } else if (!inStream) {
            outside(word);
        }
    }

    private void outside(String word) throws IOException {
        if (word.equals("trailer")) {
            Deque<Long> found = streams > 0 ? innerTrailers : trailers;
            found.add(tokens.ends());
            if (found.size() > MOST_TRAILERS) {
                found.remove();
            }
        } else if (word.equals("R") && sinceLength == 3 && numbers[1] < MOST_GENERATIONS) {
            length = length(new COSObjectKey(numbers[0], (int) numbers[1]));
        } else if (word.equals("stream") && within != null) {
            inStream = true;
            streams++;
            leap();
        } else if (within != null) {
            within.word(-1);
            if (word.charAt(0) == '/') {
                name(word, within);
            }
        }
    }

    /// What the object says that is named as the length of a stream.
    private long length(COSObjectKey key) {
        Place place = objects.getOrDefault(key, knownBefore.get(key));
        lengthsUnknown |= place == null || place.value < 0;
        return place == null ? -1 : place.value;
    }

    private void begin() {
        if (numbers[0] >= 0 && numbers[1] >= 0 && numbers[1] < MOST_GENERATIONS) {
            COSObjectKey key = new COSObjectKey(numbers[0], (int) numbers[1]);
            Place before = objects.get(key);
            boolean inner = streams > 0;
            if (before != null && before.inner && !inner) {
                before = null; // something in a stream, with the same number
            }
            Place place = new Place(before == null ? numbersAt[0] : before.first, numbersAt[0], inner);
            if (before == null || before.inner == inner) {
                objects.put(key, place);
            }
            objectsInStreams |= inner;
            within = place;
            inStream = false;
            length = -1;
        }
    }

    private static void name(String word, Place place) {
        place.telling |= TELLING.contains(word) || word.indexOf('#') >= 0;
        place.pack |= word.equals("/ObjStm");
        place.table |= word.equals("/XRef");
        place.lock |= word.equals("/Standard");
    }

    /// Over a stream that is as long as it says.
    private void leap() throws IOException {
        if (length > 0 && missed < MOST_MISSED) {
            missed += tokens.leap(length, END) ? 0 : 1;
        }
    }

    private static long number(String word) {
        if (word.isEmpty() || word.length() > 10) {
            return -1;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(word);
    }
}
