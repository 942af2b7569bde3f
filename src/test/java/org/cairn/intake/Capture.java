package org.cairn.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Builds a capture of the web.
final class Capture {

    private final List<byte[]> records = new ArrayList<>();

    Capture answer(String address, String head, byte[] body) {
        return record("response", address, "", head, body);
    }

    Capture record(String type, String address, String told, String head, byte[] body) {
        byte[] http = joined(head.getBytes(StandardCharsets.UTF_8), body);
        String about = "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
                + String.format("%012d", records.size()) + ">\r\nWARC-Date: 2022-03-01T10:00:00Z\r\nWARC-Target-URI: "
                + address + "\r\nContent-Type: application/http;msgtype=" + type + "\r\n" + told + "Content-Length: "
                + http.length + "\r\n\r\n";
        records.add(joined(about.getBytes(StandardCharsets.UTF_8), http, "\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    byte[] plain() {
        return joined(records.toArray(byte[][]::new));
    }

    /// Each record packed by itself.
    byte[] packed() {
        return joined(records.stream().map(Capture::gzip).toArray(byte[][]::new));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
