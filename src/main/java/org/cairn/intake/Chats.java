package org.cairn.intake;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;

/// Chats among the files that are text or JSON: told by their content, whatever they are called.
final class Chats {

    private static final Set<String> TEXTS = Set.of(
            "text/plain",
            "text/csv",
            "text/x-log",
            "application/json",
            "application/x-ndjson",
            "application/jsonl",
            "application/ld+json",
            "application/javascript",
            "text/javascript");

    private Chats() {}

    static boolean maybe(String mediaType) {
        return TEXTS.contains(mediaType);
    }

    /// Whether it was a chat, and was read as one.
    static boolean read(IncomingBytes bytes, Metadata metadata, Gathering gathering) throws IOException, StopReading {
        JsonChats json = new JsonChats(bytes);
        Optional<ChatExport> export = json.recognised();
        if (export.isPresent()) {
            json.read(export.get(), metadata, gathering);
            return true;
        }
        WhatsApp text = new WhatsApp(bytes);
        if (!text.recognised()) {
            return false;
        }
        text.read(metadata, gathering);
        return true;
    }
}
