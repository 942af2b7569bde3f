package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Chats are read message by message, whichever program exported them.
class ChatsTest {

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(Limits.DEFAULT);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadResult read(String text, String name) {
        return reader.read(Papers.source(text.getBytes(StandardCharsets.UTF_8)), name, new Found(), Progress.none());
    }

    private static String all(ReadResult result) {
        return result.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12/31/20, 9:41\u202FPM - Amina: words",
                "31/12/2020, 21:41 - Amina: words",
                "31.12.20, 21:41 - Amina: words",
                "31/12/20 21:41 - Amina: words",
                "31/12/2020, 9:41 p. m. - Amina: words",
                "2020-12-31, 9:41 p.m. - Amina: words",
                "2020/12/31 下午9:41 - Amina: words",
                "31/12/2020 à 21:41 - Amina: words",
                "\u200F٣١\u200F/١٢\u200F/٢٠٢٠، ٩:٤١ م - Amina: words",
                "۱۳۹۹/۱۰/۱۱،\u200F ۲۱:۴۱ - Amina: words",
                "2020년 12월 31일 오후 9:41 - Amina: words",
                "[31/12/2020, 21:41:05] Amina: words",
                "\u200E[12/31/20, 9:41:05\u202FPM] Amina: words",
                "[31.12.20, 21:41:05] Amina: words",
                "[2020/12/31 下午9:41:05] Amina: words",
                "[31/12/20 21.41.05] Amina: words",
            })
    void knowsTheLineWithWhichAMessageBegins(String line) {
        WhatsAppLine read = WhatsAppLine.of(line).orElseThrow();
        assertThat(read.sender()).isEqualTo("Amina");
        assertThat(read.text()).isEqualTo("words");
        assertThat(WhatsAppLine.plain(line)).contains(read.at());
        assertThat(read.at()).containsPattern("\\p{Nd}$|[\\p{L}.]$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and so it went on",
                "2020-12-31 21:41:05 - ERROR: no room left",
                "[2020-12-31 21:41:05] production.ERROR: no room left",
                "12 lanterns, 9:41 - all of them out",
                "[note] Amina: words",
                "",
            })
    void takesNothingElseForOne(String line) {
        assertThat(WhatsAppLine.of(line)).isEqualTo(Optional.empty());
    }

    @Test
    void readsAWhatsAppChatInWholeMessages() {
        ReadResult result = read("""
                12/31/20, 9:40 PM - Messages to this group are now secured.
                12/31/20, 9:41 PM - Amina: The lantern went out.
                I waited: nobody came.

                12/31/20, 9:42 PM - +1 555 0100: <Media omitted>
                1/1/21, 12:03 AM - Amina: IMG-20210101-WA0001.jpg (file attached)
                """, "WhatsApp Chat.txt");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.reading().mediaType()).isEqualTo("text/plain");
        assertThat(result.reading().metadata())
                .containsEntry("chat", "WhatsApp")
                .containsEntry("messages", "4")
                .containsEntry("participants", "2")
                .containsEntry("firstMessage", "12/31/20, 9:40 PM")
                .containsEntry("lastMessage", "1/1/21, 12:03 AM");
        assertThat(all(result))
                .contains("[12/31/20, 9:41 PM] Amina: The lantern went out.\nI waited: nobody came.")
                .contains("[12/31/20, 9:42 PM] +1 555 0100: <Media omitted>")
                .contains("IMG-20210101-WA0001.jpg");
        assertThat(result.passages()).hasSize(1);
        assertThat(result.passages().getFirst().extent()).contains(new Extent(Extent.Counted.MESSAGES, 1, 4, ""));
    }

    @Test
    void cutsALongChatBetweenMessagesOnly() {
        String chat = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "31/12/2020, 21:41 - Amina: this is message number " + i + " of the evening\n")
                .collect(Collectors.joining());
        ReadResult result = read(chat, "chat.txt");
        assertThat(result.passages()).hasSizeGreaterThan(5).allSatisfy(passage -> {
            assertThat(passage.text()).startsWith("[31/12/2020, 21:41] Amina:").endsWith("evening");
            Extent extent = passage.extent().orElseThrow();
            assertThat(passage.text())
                    .contains("number " + extent.from() + " of")
                    .contains("number " + extent.to() + " of");
            assertThat(passage.text().lines()).hasSize(extent.to() - extent.from() + 1);
        });
        assertThat(result.passages().getLast().extent().orElseThrow().to()).isEqualTo(200);
    }

    @Test
    void readsTelegramWithPiecesServiceRepliesAndAttachments() {
        ReadResult result = read("""
                {"about":"Here is the data","chats":{"about":"x","list":[
                 {"name":"Harbour","type":"private_group","id":7,"messages":[
                  {"id":1,"type":"service","date":"2020-12-31T21:40:00","date_unixtime":"1609450800","actor":"Amina","actor_id":"user1","action":"create_group","title":"Harbour","members":["Amina","Boris"],"text":""},
                  {"id":2,"type":"message","date":"2020-12-31T21:41:00","date_unixtime":"1609450860","from":"Amina","from_id":"user1","text":["The ",{"type":"bold","text":"lantern"}," went out"]},
                  {"id":3,"type":"message","date":"2020-12-31T21:42:00","from":null,"from_id":"user2","reply_to_message_id":2,"forwarded_from":"Clerk","photo":"photos/photo_1.jpg","text":"look"}
                 ]},
                 {"name":"Other","type":"personal_chat","id":8,"messages":[
                  {"id":1,"type":"message","date":"2021-01-02T08:00:00","from":"Carla","from_id":"user3","text":"","media_type":"voice_message","file":"voice/a.ogg"}]}
                ]}}
                """, "result.json");
        assertThat(result.reading().metadata())
                .containsEntry("chat", "Telegram")
                .containsEntry("messages", "4")
                .containsEntry("participants", "3")
                .containsEntry("firstMessage", "2020-12-31T21:40:00")
                .containsEntry("lastMessage", "2021-01-02T08:00:00");
        assertThat(all(result))
                .contains("[2020-12-31T21:41:00] Amina: The lantern went out")
                .contains("user2: ↪ Clerk\n↩ #2\nlook\n<photo: photos/photo_1.jpg>")
                .contains("<voice_message: voice/a.ogg>")
                .contains("<create_group>\nHarbour\nAmina, Boris");
        assertThat(result.passages())
                .extracting(passage -> passage.extent().orElseThrow())
                .containsExactly(
                        new Extent(Extent.Counted.MESSAGES, 1, 3, "Harbour"),
                        new Extent(Extent.Counted.MESSAGES, 1, 1, "Other"));
    }

    @Test
    void readsWhatSignalCliReceived() {
        ReadResult result = read("""
                {"envelope":{"source":"+15550100","sourceNumber":"+15550100","sourceName":"Amina","timestamp":1609450860000,"dataMessage":{"timestamp":1609450860000,"message":"The lantern went out","attachments":[{"contentType":"image/jpeg","filename":"a.jpg","id":"1","size":4}]}},"account":"+15550199"}
                {"envelope":{"source":"+15550100","timestamp":1609450861000,"receiptMessage":{"when":1}},"account":"+15550199"}
                {"envelope":{"source":"+15550199","sourceNumber":"+15550199","timestamp":1609450920000,"syncMessage":{"sentMessage":{"destination":"+15550100","timestamp":1609450920000,"message":"I know","quote":{"text":"The lantern went out"}}}},"account":"+15550199"}
                """, "log.json");
        assertThat(result.reading().metadata()).containsEntry("chat", "Signal").containsEntry("messages", "2");
        assertThat(all(result))
                .contains("[2020-12-31T21:41:00Z] Amina: The lantern went out\n<a.jpg image/jpeg>")
                .contains("+15550199 → +15550100: > The lantern went out\nI know");
    }

    @Test
    void readsWhatSignalItselfAndToolsExport() {
        ReadResult own = read("""
                {"version":"1","backupTimeMs":"1609450860000"}
                {"recipient":{"id":"2","contact":{"e164":"15550100","profileGivenName":"Amina"}}}
                {"recipient":{"id":"1","self":{}}}
                {"chatItem":{"chatId":"1","authorId":"2","dateSent":"1609450860000","incoming":{"dateReceived":"1"},"standardMessage":{"text":{"body":"The lantern went out"}}}}
                """, "main.jsonl");
        assertThat(all(own)).isEqualTo("[2020-12-31T21:41:00Z] Amina: The lantern went out");
        ReadResult tool = read("""
                {"date": "2020-12-31 21:41", "sender": "Amina", "body": "The lantern went out", "quote": "", "sticker": "", "reactions": [], "attachments": []}
                {"date": "2020-12-31 21:42", "sender": "Me", "body": "I know", "quote": "", "sticker": "", "reactions": [], "attachments": [{"name": "a.jpg", "path": "media/a.jpg"}]}
                """, "data.json");
        assertThat(tool.reading().metadata()).containsEntry("participants", "2");
        assertThat(all(tool)).contains("[2020-12-31 21:42] Me: I know\n<a.jpg>");
    }

    @Test
    void leavesOtherJsonAsItIs() {
        ReadResult result = read("{\"messages\":[{\"id\":1,\"text\":\"a lantern\"}],\"name\":\"x\"}", "x.json");
        assertThat(result.reading().metadata()).doesNotContainKey("chat");
        assertThat(all(result)).contains("a lantern");
    }

    @Test
    void keepsTheMessagesBeforeAnExportBreaksOff() {
        ReadResult result = read(
                "{\"name\":\"Harbour\",\"messages\":[{\"id\":2,\"type\":\"message\",\"date\":\"2020-12-31T21:41:00\","
                        + "\"from\":\"Amina\",\"from_id\":\"user1\",\"text\":\"The lantern\"},{\"id\":3,\"ty",
                "result.json");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(result.reading().reason()).isEqualTo("damaged");
        assertThat(result.reading().metadata()).containsEntry("messages", "1");
        assertThat(all(result)).contains("Amina: The lantern");
    }
}
