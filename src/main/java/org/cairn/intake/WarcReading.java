package org.cairn.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.cairn.domain.PlaceInside;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.xml.sax.SAXException;

/// Takes the pages out of a capture of the web (WARC, ISO 28500): each with the address it had, when it was captured,
/// and what the server said of it. Requests and notes of the program that captured are no children.
final class WarcReading {

    /// A broken capture is taken up again where its next record begins, so often.
    private static final int MOST_GAPS = 1_000;

    private static final Set<String> PAGELESS = Set.of("warcinfo", "request", "metadata", "revisit");

    private final IncomingBytes bytes;
    private final Children children;
    private final MimeTypes types;
    private boolean brokenOff;

    WarcReading(IncomingBytes bytes, Children children, MimeTypes types) {
        this.bytes = bytes;
        this.children = children;
        this.types = types;
    }

    void read() throws IOException, SAXException {
        long from = 0;
        int gaps = 0;
        while (from >= 0) {
            long broke = readFrom(from);
            if (broke >= 0) {
                gap();
                gaps++;
            }
            if (gaps > MOST_GAPS) {
                throw new StopReading("damaged");
            }
            from = broke < 0 ? broke : new WarcMark(bytes).after(broke);
        }
    }

    /// A page that broke off is missed once, and not again for what follows it.
    private void gap() {
        if (!brokenOff) {
            children.miss("childrenMissing");
        }
        brokenOff = false;
    }

    /// @return where it broke, or -1 where it came to its end
    private long readFrom(long from) throws IOException, SAXException {
        long record = from;
        try (InputStream in = bytes.open(from, Long.MAX_VALUE);
                WarcReader reader = new WarcReader(in)) {
            reader.setLenient(true);
            Optional<WarcRecord> next = reader.next();
            while (next.isPresent()) {
                record = from + reader.position();
                take(next.get());
                next = reader.next();
            }
            return -1;
        } catch (StopReading stop) {
            throw stop;
        } catch (IOException | RuntimeException e) {
            return record;
        }
    }

    private void take(WarcRecord record) throws IOException, SAXException {
        switch (record) {
            case WarcResponse response -> response(response);
            case WarcResource resource -> take(resource, told(resource), served(resource), resource.body().stream());
            case WarcConversion made -> take(made, told(made), served(made), made.body().stream());
            default -> other(record);
        }
    }

    /// A request, a note or a visit that brought nothing new is no page; what is none of those is broken, or a piece of
    /// a page whose other pieces lie elsewhere.
    private void other(WarcRecord record) {
        if (!PAGELESS.contains(record.type())) {
            children.miss("childrenMissing");
        }
    }

    private void response(WarcResponse response) throws IOException, SAXException {
        Map<String, String> told = told(response);
        if (!response.target().startsWith("http")) {
            take(response, told, served(response), response.body().stream());
            return;
        }
        HttpResponse http = response.http();
        told.put("status", String.valueOf(http.status()));
        take(response, told, http.contentType().base().toString(), decoded(http, told));
    }

    /// What the page was packed in for its way is taken off; where it cannot be, it stays and that is told.
    private static InputStream decoded(HttpResponse http, Map<String, String> told) throws IOException {
        Optional<String> packed = http.headers().first("Content-Encoding").filter(coding -> !coding.equals("identity"));
        if (packed.isPresent() && !packed.get().toLowerCase(Locale.ROOT).matches("(x-)?gzip|deflate")) {
            told.put("packed", CleanText.of(packed.get()));
            return http.body().stream();
        }
        MessageBody body = http.bodyDecoded();
        return body.stream();
    }

    private void take(WarcTargetRecord record, Map<String, String> told, String type, InputStream body)
            throws IOException, SAXException {
        String address = CleanText.of(record.target());
        String name = name(address, type);
        Optional<PlaceInside> place =
                address.isBlank() ? Optional.empty() : Optional.of(new PlaceInside(FileNames.path(address), told));
        WholeMember page = new WholeMember(() -> new Kept(body), WholeMember.UNKNOWN, WholeMember.UNKNOWN);
        brokenOff = !children.take(name, place, page);
    }

    private static Map<String, String> told(WarcTargetRecord record) {
        Map<String, String> told = new TreeMap<>();
        told.put("captured", record.date().toString());
        if (record.truncated() != WarcTruncationReason.NOT_TRUNCATED) {
            told.put("truncated", record.truncated().name().toLowerCase(Locale.ROOT));
        }
        return told;
    }

    private static String served(WarcTargetRecord record) throws IOException {
        return record.contentType().base().toString();
    }

    /// The last step of the address; a page without one is called by its server.
    private String name(String address, String type) {
        String path;
        String host;
        try {
            URI uri = URI.create(address);
            path = Optional.ofNullable(uri.getPath()).orElse("");
            host = Optional.ofNullable(uri.getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            path = address.replaceAll("[?#].*", "");
            host = "";
        }
        String last = path.replaceAll("/+$", "");
        last = last.substring(last.lastIndexOf('/') + 1);
        String name = last.isBlank() ? host.isBlank() ? "unnamed" : host : last;
        return name.matches(".*[^.]\\.\\w{1,5}") && !name.equals(host) ? name : name + extension(type);
    }

    private String extension(String type) {
        try {
            return type.equals(Dialogue.UNKNOWN_TYPE) ? "" : types.forName(type).getExtension();
        } catch (MimeTypeException e) {
            return "";
        }
    }

    /// The reader goes on from where the body ends: whoever closes the page must not close the capture.
    private static final class Kept extends FilterInputStream {
        Kept(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the capture is closed by who opened it
        }
    }
}
