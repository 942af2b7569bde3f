package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.html.HtmlEncodingDetector;

/// The encoding of a web page: what a letter says of it, else what it says itself, unless that cannot be.
final class MarkupEncoding implements EncodingDetector {

    private static final long serialVersionUID = 1L;

    @Override
    public Charset detect(InputStream page, Metadata metadata) throws IOException {
        page.mark(TextEncoding.HEAD);
        byte[] head = page.readNBytes(TextEncoding.HEAD);
        page.reset();
        Optional<Charset> outside = TextEncoding.named(metadata.get(HttpHeaders.CONTENT_ENCODING));
        // whoever names ISO 8859-1 writes Windows-1252, as all browsers take it
        Optional<Charset> inside = Optional.ofNullable(new HtmlEncodingDetector().detect(page, metadata))
                .flatMap(charset -> TextEncoding.named(charset.name()));
        return TextEncoding.ofNamed(head, outside)
                .or(() -> TextEncoding.ofNamed(head, inside))
                .or(() -> TextEncoding.ofText(head))
                .orElse(StandardCharsets.UTF_8);
    }
}
