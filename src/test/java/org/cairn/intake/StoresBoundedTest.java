package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Test;

/// Mail stores and captures of the web have an end too.
class StoresBoundedTest {

    private static final int MOST = 50_000;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    private Children children(IncomingBytes bytes) {
        Answer answer = new Answer(new DataOutputStream(OutputStream.nullOutputStream()));
        Children children = new Children(answer, bytes.size(), types);
        children.ofStore();
        return children;
    }

    private void assertBounded(String mediaType, String one) {
        IncomingBytes bytes = IncomingBytes.of(one.repeat(MOST + 5).getBytes(StandardCharsets.US_ASCII));
        Children children = children(bytes);
        assertThatThrownBy(() -> new Stores(bytes, children, types).read(mediaType))
                .isInstanceOfSatisfying(
                        StopReading.class, stop -> assertThat(stop.reason()).isEqualTo("tooManyChildren"));
        assertThat(children.found()).isEqualTo(MOST);
    }

    @Test
    void takesSoManyMessagesOutOfAMailboxAndNoMore() {
        assertBounded("application/mbox", "From a@b Thu Jan  1 00:00:00 2026\nSubject: x\n\ny\n\n");
    }

    @Test
    void takesSoManyPagesOutOfACaptureAndNoMore() {
        assertBounded(
                "application/warc",
                "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.b/\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
                        + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                        + "Content-Type: text/plain\r\nContent-Length: 1\r\n\r\nx\r\n\r\n");
    }

    @Test
    void takesMoreOutOfAStoreOfManyGigabytes() {
        Answer answer = new Answer(new DataOutputStream(OutputStream.nullOutputStream()));
        Children large = new Children(answer, 4L << 30, types);
        large.ofStore();
        assertThat(large.most()).isGreaterThan(500_000);
    }
}
