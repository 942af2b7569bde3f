package org.cairn.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is exported of Signal: by `signal-cli` (an envelope on each line), by Signal itself (a line for each recipient
/// and each message), by tools that read the desktop's messages or write them as `date`, `sender`, `body`.
///
/// Signal's clock counts milliseconds: the time is written as UTC.
final class SignalExport implements ChatExport {

    private static final String MYSELF = "→";

    private final Map<String, String> recipients = new HashMap<>();

    static boolean writes(JsonNode object) {
        boolean envelope = object.path("envelope").has("timestamp");
        boolean own = object.has("backupTimeMs") && object.has("version")
                || object.path("chatItem").has("dateSent");
        boolean desktop = object.has("conversationId") && (object.has("sent_at") || object.has("timestamp"));
        boolean tool = object.has("date")
                && object.has("sender")
                && object.has("body")
                && (object.has("attachments") || object.has("reactions") || object.has("sticker"));
        return envelope || own || desktop || tool;
    }

    @Override
    public String called() {
        return "Signal";
    }

    @Override
    public Optional<Chat.Message> message(JsonNode object) {
        if (object.has("recipient")) {
            remember(object.path("recipient"));
            return Optional.empty();
        }
        if (object.has("envelope")) {
            return envelope(object.path("envelope"));
        }
        if (object.has("chatItem")) {
            return item(object.path("chatItem"));
        }
        if (object.has("conversationId")) {
            return desktop(object);
        }
        return object.has("sender") ? tool(object) : Optional.empty();
    }

    private static Optional<Chat.Message> envelope(JsonNode envelope) {
        JsonNode sent = envelope.path("syncMessage").path("sentMessage");
        JsonNode edited = envelope.path("editMessage").path("dataMessage");
        JsonNode message =
                !sent.isMissingNode() ? sent : !edited.isMissingNode() ? edited : envelope.path("dataMessage");
        if (message.isMissingNode()) {
            return Optional.empty();
        }
        String sender = first(envelope, "sourceName", "sourceNumber", "source", "sourceUuid");
        String to = sent.isMissingNode() ? "" : first(sent, "destinationNumber", "destination", "destinationUuid");
        List<String> lines = new ArrayList<>();
        quoted(message.path("quote"), "text", lines);
        add(lines, first(message, "message"));
        message.path("attachments").forEach(attached -> attached(attached, lines));
        add(lines, message.path("reaction").path("emoji").asText(""));
        add(lines, message.path("sticker").isMissingNode() ? "" : "<sticker>");
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        JsonNode at = message.has("timestamp") ? message.path("timestamp") : envelope.path("timestamp");
        return Optional.of(new Chat.Message(
                time(at), to.isEmpty() ? sender : sender + " " + MYSELF + " " + to, String.join("\n", lines)));
    }

    /// `recipient` lines come before the messages that name them by number.
    private void remember(JsonNode recipient) {
        JsonNode contact = recipient.path("contact");
        String profile = (contact.path("profileGivenName").asText("") + " "
                        + contact.path("profileFamilyName").asText(""))
                .strip();
        String name = profile.isEmpty() ? first(contact, "systemGivenName", "e164", "username") : profile;
        String group = recipient
                .path("group")
                .path("snapshot")
                .path("title")
                .path("title")
                .asText("");
        String called = !name.isEmpty() ? name : !group.isEmpty() ? group : recipient.has("self") ? MYSELF : "";
        recipients.put(recipient.path("id").asText(), called);
    }

    private Optional<Chat.Message> item(JsonNode item) {
        JsonNode message = item.path("standardMessage");
        List<String> lines = new ArrayList<>();
        quoted(message.path("quote").path("text"), "body", lines);
        add(lines, message.path("text").path("body").asText(""));
        message.path("attachments").forEach(attached -> attached(attached.path("pointer"), lines));
        message.path("reactions")
                .forEach(reaction -> add(lines, reaction.path("emoji").asText("")));
        if (message.isMissingNode()) {
            item.fieldNames().forEachRemaining(name -> {
                if (name.endsWith("Message")) {
                    add(lines, "<" + name + ">");
                }
            });
        }
        String author = item.path("authorId").asText("");
        String known = recipients.getOrDefault(author, "");
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Chat.Message(
                time(item.path("dateSent")), known.isEmpty() ? author : known, String.join("\n", lines)));
    }

    private static Optional<Chat.Message> desktop(JsonNode message) {
        List<String> lines = new ArrayList<>();
        quoted(message.path("quote"), "text", lines);
        add(lines, message.path("body").asText(""));
        message.path("attachments").forEach(attached -> attached(attached, lines));
        String sender = first(message, "profileName", "source", "sourceServiceId", "sourceUuid");
        boolean mine = message.path("type").asText().equals("outgoing");
        JsonNode at = message.has("sent_at") ? message.path("sent_at") : message.path("timestamp");
        if (lines.isEmpty()) {
            add(lines, "<" + message.path("type").asText("") + ">");
        }
        return Optional.of(new Chat.Message(time(at), mine ? MYSELF : sender, String.join("\n", lines)));
    }

    private static Optional<Chat.Message> tool(JsonNode message) {
        List<String> lines = new ArrayList<>();
        add(lines, message.path("quote").isTextual() ? message.path("quote").asText() : "");
        add(lines, message.path("body").asText(""));
        message.path("attachments").forEach(attached -> attached(attached, lines));
        add(lines, message.path("sticker").isTextual() ? message.path("sticker").asText() : "");
        message.path("reactions")
                .forEach(reaction -> add(lines, (first(reaction, "emoji") + " " + first(reaction, "name")).strip()));
        return Optional.of(new Chat.Message(
                time(message.path("date")), message.path("sender").asText(""), String.join("\n", lines)));
    }

    private static void quoted(JsonNode quote, String field, List<String> lines) {
        String words = quote.path(field).asText("");
        add(lines, words.isEmpty() ? "" : "> " + words.replace("\n", "\n> "));
    }

    private static void attached(JsonNode attachment, List<String> lines) {
        String name = first(attachment, "fileName", "filename", "name", "id");
        String type = first(attachment, "contentType");
        String both = (name + " " + type).strip();
        add(lines, both.isEmpty() ? "" : "<" + both + ">");
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    private static String first(JsonNode node, String... fields) {
        for (String field : fields) {
            String value = node.path(field).asText("");
            if (!value.isBlank() && !value.equals("null")) {
                return value;
            }
        }
        return "";
    }

    /// Milliseconds as UTC; what is written as a date stays as it is.
    private static String time(JsonNode at) {
        String written = at.asText("");
        try {
            return written.matches("\\d{12,14}")
                    ? Instant.ofEpochMilli(Long.parseLong(written)).toString()
                    : written;
        } catch (RuntimeException e) {
            return written;
        }
    }
}
