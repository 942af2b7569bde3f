package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cairn.domain.PlaceInside;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each page of a capture comes out as it was seen, with its address; a broken capture gives what it still holds.
class WebCapturesTest {

    private static final byte[] NOTICE =
            "<html><body>The notice of March</body></html>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] GONE = "<p>not found</p>".getBytes(StandardCharsets.UTF_8);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 100_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static Capture capture() {
        byte[] packed = Capture.gzip(NOTICE);
        byte[] chunked = Capture.joined(
                "5\r\n".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(packed, 5),
                ("\r\n" + Integer.toHexString(packed.length - 5) + "\r\n").getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(packed, 5, packed.length),
                "\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return new Capture()
                .record(
                        "request",
                        "https://example.org/notice/2022",
                        "",
                        "GET /notice/2022 HTTP/1.1\r\n\r\n",
                        new byte[0])
                .answer(
                        "https://example.org/notice/2022?lang=ar",
                        OK + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n",
                        chunked)
                .answer(
                        "https://example.org/",
                        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 16\r\n\r\n",
                        GONE)
                .record(
                        "response",
                        "https://example.org/ward.png",
                        "WARC-Truncated: length\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n",
                        Papers.png());
    }

    private static Found found(byte[] bytes, ReadingStatus status, String reason) {
        Found found = new Found();
        ReadResult result = reader.read(Papers.source(bytes), "capture", found, Progress.none());
        assertThat(result.reading().status() + " " + result.reading().reason()).isEqualTo(status + " " + reason);
        return found;
    }

    @Test
    void takesEveryPageWithItsAddressAndWhatWasSaidOfIt() {
        for (byte[] bytes : new byte[][] {capture().plain(), capture().packed()}) {
            Found found = found(bytes, ReadingStatus.COMPLETE, "");
            assertThat(found.contents).containsExactly(NOTICE, GONE, Papers.png());
            assertThat(found.names).containsExactly("2022.html", "example.org.html", "ward.png");
            assertThat(found.paths())
                    .containsExactly(
                            "https://example.org/notice/2022?lang=ar",
                            "https://example.org/",
                            "https://example.org/ward.png");
            assertThat(found.places.get(1).map(PlaceInside::told).orElseThrow())
                    .isEqualTo(Map.of("captured", "2022-03-01T10:00:00Z", "status", "404"));
            assertThat(found.places.get(2).map(PlaceInside::told).orElseThrow()).containsEntry("truncated", "length");
        }
    }

    @Test
    void keepsWhatCameBeforeACaptureIsCutOff() {
        for (byte[] bytes : new byte[][] {capture().plain(), capture().packed()}) {
            Found found = found(Arrays.copyOf(bytes, bytes.length - 30), ReadingStatus.PARTIAL, "childrenMissing");
            assertThat(found.contents).startsWith(NOTICE, GONE);
        }
    }

    @Test
    void takesACaptureUpAgainBehindABrokenRecord() {
        byte[] plain = capture().plain();
        int second = new String(plain, StandardCharsets.ISO_8859_1).indexOf("https://example.org/\r\n") - 120;
        Arrays.fill(plain, second, second + 60, (byte) 0xFF);
        assertThat(found(plain, ReadingStatus.PARTIAL, "childrenMissing").contents)
                .contains(Papers.png());
        byte[] packed = capture().packed();
        Arrays.fill(packed, packed.length / 2, packed.length / 2 + 40, (byte) 0);
        assertThat(found(packed, ReadingStatus.PARTIAL, "childrenMissing").contents)
                .hasSize(2);
    }

    @Test
    void leavesAPagePackedInAnUnknownWayAsItCameAndSaysSo() {
        byte[] unknown = {1, 2, 3};
        Found found = found(
                new Capture()
                        .answer("https://example.org/a", OK + "Content-Encoding: br\r\n\r\n", unknown)
                        .plain(),
                ReadingStatus.COMPLETE,
                "");
        assertThat(found.contents).containsExactly(unknown);
        assertThat(found.places.getFirst().map(PlaceInside::told).orElseThrow()).containsEntry("packed", "br");
    }

    @Test
    void opensACaptureThatComesWithItsListOfPages() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(
                "datapackage.json",
                "{\"profile\":\"data-package\",\"wacz_version\":\"1.1.1\"}".getBytes(StandardCharsets.UTF_8));
        members.put("archive/data.warc.gz", capture().packed());
        members.put("pages/pages.jsonl", "{\"format\":\"json-pages-1.0\"}\n".getBytes(StandardCharsets.UTF_8));
        Found found = found(Papers.zip(members), ReadingStatus.COMPLETE, "");
        assertThat(found.paths()).containsExactly("", "archive/data.warc.gz", "pages/pages.jsonl");
    }
}
