package org.cairn.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Telegram Desktop exports as `result.json`: words as one string or as a list of pieces, what was attached by its
/// name, and what the program itself says of a chat.
final class TelegramExport implements ChatExport {

    /// Attachments, and under which name they lie.
    private static final List<String> ATTACHED = List.of("file", "photo");

    static boolean writes(JsonNode object) {
        String type = object.path("type").asText();
        boolean known = type.equals("message") || type.equals("service");
        return known
                && object.path("date").isTextual()
                && (object.has("from_id")
                        || object.has("actor_id")
                        || object.has("date_unixtime")
                        || object.has("from"));
    }

    @Override
    public String called() {
        return "Telegram";
    }

    @Override
    public Optional<Chat.Message> message(JsonNode object) {
        if (!object.path("date").isTextual()) {
            return Optional.empty();
        }
        boolean service = object.path("type").asText().equals("service");
        String sender = object.path(service ? "actor" : "from").asText("");
        String named = sender.isEmpty() || sender.equals("null")
                ? object.path(service ? "actor_id" : "from_id").asText("")
                : sender;
        return Optional.of(new Chat.Message(object.path("date").asText(), named, text(object, service)));
    }

    private static String text(JsonNode object, boolean service) {
        List<String> lines = new ArrayList<>();
        if (service) {
            lines.add("<" + object.path("action").asText() + ">");
            given(object, "title", lines);
            List<String> members = new ArrayList<>();
            object.path("members").forEach(member -> members.add(member.asText()));
            lines.addAll(members.isEmpty() ? List.of() : List.of(String.join(", ", members)));
        }
        given(object, "forwarded_from", "↪ ", lines);
        if (object.has("reply_to_message_id")) {
            lines.add("↩ #" + object.path("reply_to_message_id").asText());
        }
        String words = words(object.path("text"));
        if (!words.isEmpty()) {
            lines.add(words);
        }
        attached(object, lines);
        JsonNode place = object.path("location_information");
        if (place.has("latitude")) {
            lines.add("<" + place.path("latitude").asText() + ", "
                    + place.path("longitude").asText() + ">");
        }
        JsonNode contact = object.path("contact_information");
        if (contact.has("phone_number")) {
            lines.add("<" + contact.path("first_name").asText() + " "
                    + contact.path("last_name").asText() + " "
                    + contact.path("phone_number").asText() + ">");
        }
        JsonNode poll = object.path("poll");
        given(poll, "question", lines);
        poll.path("answers")
                .forEach(answer -> lines.add("- " + answer.path("text").asText()));
        given(object, "edited", "✎ ", lines);
        return String.join("\n", lines);
    }

    private static void attached(JsonNode object, List<String> lines) {
        for (String kind : ATTACHED) {
            String file = object.path(kind).asText("");
            if (!file.isEmpty()) {
                String media = object.path("media_type").asText("");
                lines.add("<" + (media.isEmpty() ? kind : media) + ": " + file + ">");
            }
        }
        given(object, "sticker_emoji", lines);
    }

    private static void given(JsonNode object, String field, List<String> lines) {
        given(object, field, "", lines);
    }

    private static void given(JsonNode object, String field, String mark, List<String> lines) {
        if (object.path(field).isTextual() && !object.path(field).asText().isBlank()) {
            lines.add(mark + object.path(field).asText());
        }
    }

    /// A piece is a string, or says of its text that it is bold, a link, a name…
    private static String words(JsonNode text) {
        if (!text.isArray()) {
            return text.asText("");
        }
        StringBuilder words = new StringBuilder();
        text.forEach(piece -> words.append(
                piece.isTextual() ? piece.asText() : piece.path("text").asText("")));
        return words.toString();
    }
}
