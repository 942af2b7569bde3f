package org.cairn.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessRead;
import org.jspecify.annotations.Nullable;

/// Where objects lie in a file, found by going through it once from its first byte to its last. What is within streams
/// is no object of the file.
final class Scan {

    /// Of more nobody keeps account.
    private static final int MOST_OBJECTS = 1_000_000;

    /// After so many streams that are not as long as they say none is believed.
    private static final int MOST_MISSED = 1_000;

    /// As much of a broken object is looked at.
    private static final int MOST_WORDS = 32 * 1024;

    private static final Set<String> TELLING = Set.of("/Page", "/Pages", "/Kids", "/Contents", "/MediaBox", "/Catalog");

    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);

    private final Map<COSObjectKey, Place> objects = new LinkedHashMap<>();
    private final List<Long> trailers = new ArrayList<>();
    private final RandomAccessRead bytes;
    private final Tokens tokens;

    private final long[] numbers = {-1, -1};
    private final long[] numbersAt = {-1, -1};
    private @Nullable Place within;
    private boolean inStream;
    private boolean locked;
    private int missed;
    private int sinceLength;
    private long length = -1;

    /// Where an object lies. Where the same one comes again, the last holds.
    static final class Place {
        private final long first;
        private final long last;
        private boolean telling;
        private boolean pack;
        private boolean table;
        private boolean lock;

        private Place(long first, long last) {
            this.first = first;
            this.last = last;
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

    private Scan(RandomAccessRead bytes) {
        this.bytes = bytes;
        tokens = new Tokens(bytes);
    }

    static Scan of(RandomAccessRead bytes) throws IOException {
        Scan scan = new Scan(bytes);
        while (scan.tokens.next() && scan.objects.size() < MOST_OBJECTS) {
            scan.token(scan.tokens.word());
        }
        return scan;
    }

    /// In the order of the file.
    Map<COSObjectKey, Place> objects() {
        return objects;
    }

    /// Where what a trailer says begins: in the order of the file.
    List<Long> trailers() {
        return trailers;
    }

    /// Whether it says anywhere that it is locked.
    boolean locked() {
        return locked || objects.values().stream().anyMatch(Place::lock);
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
            inStream = false;
        } else if (word.equals("endstream")) {
            inStream = false;
        } else if (inStream) {
            return;
        } else if (word.equals("trailer")) {
            trailers.add(tokens.ends());
        } else if (word.equals("stream") && within != null) {
            inStream = true;
            leap();
        } else if (word.charAt(0) == '/') {
            locked |= word.equals("/Encrypt");
            if (within != null) {
                name(word, within);
            }
        }
    }

    private void begin() {
        if (numbers[0] >= 0 && numbers[1] >= 0 && numbers[1] < 1 << 16) {
            COSObjectKey key = new COSObjectKey(numbers[0], (int) numbers[1]);
            Place before = objects.get(key);
            Place place = new Place(before == null ? numbersAt[0] : before.first, numbersAt[0]);
            objects.put(key, place);
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
