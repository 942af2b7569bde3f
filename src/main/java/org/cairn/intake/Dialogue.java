package org.cairn.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.PlaceInside;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;

/// What is said between the program and a worker about one file.
///
/// Tells three troubles apart: the worker's (an `IOException`), the archive's when it hands the file over
/// ([SourceFailed]), the archive's when it takes what was inside ([SinkFailed]).
final class Dialogue {

    static final String UNKNOWN_TYPE = "application/octet-stream";

    private final DataOutputStream to;
    private final DataInputStream from;
    private final Passwords passwords;
    private final Offspring offspring;
    private final long largest;
    private final List<String> opened = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private String mediaType = UNKNOWN_TYPE;
    private int children;

    Dialogue(DataOutputStream to, DataInputStream from, Passwords passwords, Offspring offspring, long largest) {
        this.largest = largest;
        this.to = to;
        this.offspring = offspring;
        this.passwords = passwords;
        this.from = from;
    }

    /// @param unlock whether only its lock shall be taken off
    Reading read(Source source, String fileName, boolean unlock, ChildSink sink) throws IOException {
        to.writeBoolean(unlock);
        Frames.writeText(to, fileName);
        to.writeInt(passwords.words().size());
        for (String password : passwords.words()) {
            Frames.writeText(to, password);
        }
        to.writeLong(source.size());
        try (InputStream bytes = new HandedOver(source)) {
            Frames.writeFile(to, bytes, source.size() > largest ? Worker.HEAD : Long.MAX_VALUE);
        }
        to.flush();
        try (HandingOut parts = new HandingOut(source, to, from)) {
            return read(sink, parts);
        }
    }

    private Reading read(ChildSink sink, HandingOut parts) throws IOException {
        while (true) {
            switch (from.readByte()) {
                case Frames.TYPE -> mediaType = Frames.readText(from);
                case Frames.PASSAGE -> passages.add(passage());
                case Frames.ASK -> parts.answer();
                case Frames.CHILD -> child(sink, parts);
                case Frames.OPENED -> opened();
                case Frames.STARTED -> offspring.add(from.readLong());
                case Frames.READING -> {
                    return reading();
                }
                default -> throw new IOException("no frame begins like this");
            }
        }
    }

    Worker.Outcome ended(Reading reading) {
        return new Worker.Outcome(
                Optional.of(reading), "", reading.mediaType(), passages, children, Passwords.of(opened));
    }

    Worker.Outcome broken(String reason) {
        return new Worker.Outcome(Optional.empty(), reason, mediaType, passages, children, Passwords.of(opened));
    }

    private Passage passage() throws IOException {
        Passage.Unit unit = word(Passage.Unit.class);
        int ordinal = from.readInt();
        String text = Frames.readText(from);
        Optional<LanguageTag> language = language();
        return new Passage(unit, ordinal, text, language, Extent.parse(Frames.readText(from)));
    }

    private void opened() throws IOException {
        int index = from.readInt();
        if (index < 0 || index >= passwords.words().size()) {
            throw new IOException("no such password");
        }
        opened.add(passwords.words().get(index));
    }

    private void child(ChildSink sink, HandingOut parts) throws IOException {
        String name = Frames.readText(from);
        Optional<PlaceInside> place = place();
        Frames.Pieces bytes = new Frames.Pieces(from, parts::answer);
        try {
            sink.child(name, place, bytes);
        } catch (SourceFailed e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (!bytes.brokenOff() && !bytes.pipeBroke()) {
                throw new SinkFailed(e);
            }
        }
        if (bytes.pipeBroke()) {
            throw new IOException("silent in the middle");
        }
        bytes.drain();
        children += bytes.brokenOff() ? 0 : 1;
    }

    private Optional<PlaceInside> place() throws IOException {
        String path = Frames.readText(from);
        Map<String, String> told = told();
        return path.isBlank() ? Optional.empty() : Optional.of(new PlaceInside(path, told));
    }

    private Map<String, String> told() throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (int left = from.readInt(); left > 0; left--) {
            told.put(Frames.readText(from), Frames.readText(from));
        }
        return told;
    }

    private Reading reading() throws IOException {
        ReadingStatus status = word(ReadingStatus.class);
        String reason = Frames.readText(from);
        String type = Frames.readText(from);
        int pages = from.readInt();
        Optional<LanguageTag> language = language();
        int expected = from.readInt();
        int found = from.readInt();
        Map<String, String> metadata = told();
        return new Reading(status, reason, type, pages, passages.size(), language, expected, found, metadata);
    }

    private <E extends Enum<E>> E word(Class<E> of) throws IOException {
        try {
            return Enum.valueOf(of, Frames.readText(from));
        } catch (IllegalArgumentException e) {
            throw new IOException("no such word", e);
        }
    }

    private Optional<LanguageTag> language() throws IOException {
        String tag = Frames.readText(from);
        try {
            return tag.isEmpty() ? Optional.empty() : Optional.of(new LanguageTag(tag));
        } catch (IllegalArgumentException e) {
            throw new IOException("no such language", e);
        }
    }

    /// The archive could not take a child: that is no fault of the file's.
    static final class SinkFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SinkFailed(Throwable cause) {
            super("sink", cause);
        }
    }

    /// The archive could not hand the file over: that is no fault of the file's either.
    static final class SourceFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SourceFailed(Throwable cause) {
            super("source", cause);
        }
    }

    /// The file's bytes, with the archive's failures marked as such.
    private static final class HandedOver extends InputStream {

        private final InputStream bytes;

        HandedOver(Source source) {
            try {
                this.bytes = source.open();
            } catch (IOException | RuntimeException e) {
                throw new SourceFailed(e);
            }
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                return bytes.read(into, offset, length);
            } catch (IOException | RuntimeException e) {
                throw new SourceFailed(e);
            }
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
