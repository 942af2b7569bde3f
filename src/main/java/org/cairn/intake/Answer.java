package org.cairn.intake;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.PlaceInside;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;

/// What a worker says of one file, sent as soon as it is known: a file that ends the worker has said something.
final class Answer {

    private final DataOutputStream out;
    private final byte[] piece = new byte[Frames.PIECE];

    Answer(DataOutputStream out) {
        this.out = out;
    }

    void mediaType(String type) throws IOException {
        out.writeByte(Frames.TYPE);
        Frames.writeText(out, type);
        out.flush();
    }

    void passage(Passage.Unit unit, int ordinal, String text, String language, Optional<Extent> extent)
            throws IOException {
        out.writeByte(Frames.PASSAGE);
        Frames.writeText(out, unit.name());
        out.writeInt(ordinal);
        Frames.writeText(out, text);
        Frames.writeText(out, language);
        Frames.writeText(out, extent.map(Extent::written).orElse(""));
        out.flush();
    }

    /// One of the passwords that came with the file opened something.
    void opened(int index) throws IOException {
        out.writeByte(Frames.OPENED);
        out.writeInt(index);
        out.flush();
    }

    /// A program of the machine was started for this file.
    void started(long number) throws IOException {
        out.writeByte(Frames.STARTED);
        out.writeLong(number);
        out.flush();
    }

    Frames.Sent child(String name, Optional<PlaceInside> place, InputStream bytes, long limit) throws IOException {
        out.writeByte(Frames.CHILD);
        Frames.writeText(out, name);
        Frames.writeText(out, place.map(PlaceInside::path).orElse(""));
        told(place.map(PlaceInside::told).orElse(Map.of()));
        try {
            return Frames.writeMember(out, bytes, limit, piece);
        } finally {
            out.flush();
        }
    }

    void reading(
            ReadingStatus status,
            String reason,
            String mediaType,
            int pages,
            String language,
            int expected,
            int found,
            Map<String, String> metadata)
            throws IOException {
        out.writeByte(Frames.READING);
        Frames.writeText(out, status.name());
        Frames.writeText(out, reason);
        Frames.writeText(out, mediaType);
        out.writeInt(pages);
        Frames.writeText(out, language);
        out.writeInt(expected);
        out.writeInt(found);
        told(metadata);
        out.flush();
    }

    private void told(Map<String, String> entries) throws IOException {
        out.writeInt(entries.size());
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            Frames.writeText(out, entry.getKey());
            Frames.writeText(out, entry.getValue());
        }
    }
}
