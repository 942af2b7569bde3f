package org.cairn.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;

/// Reads chats that were exported as JSON, one document or one on each line, as they stream by: a history of years is
/// never held whole.
final class JsonChats {

    /// Enough to come to the first message.
    private static final int HEAD = 2 * 1024 * 1024;

    private static final int DEEPEST = 6;

    /// Where a whole account's export holds its chats.
    private static final Set<String> HOLDERS = Set.of("chats", "left_chats");

    private final IncomingBytes bytes;
    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(10_000_000)
                    .build())
            .build());

    JsonChats(IncomingBytes bytes) {
        this.bytes = bytes;
    }

    /// What hears of a chat's name and of each of its messages.
    private interface Listener {
        void chat(String name) throws IOException, StopReading;

        void object(JsonNode object) throws IOException, StopReading;
    }

    /// Whose export it is, as far as its first messages show.
    Optional<ChatExport> recognised() throws IOException {
        byte[] head = bytes.head(HEAD);
        int begin = 0;
        while (begin < head.length && (head[begin] <= ' ' || (head[begin] & 0xFF) >= 0xBB)) {
            begin++;
        }
        if (begin == head.length || head[begin] != '{' && head[begin] != '[') {
            return Optional.empty();
        }
        Recognising recognising = new Recognising();
        try (InputStream in = new ByteArrayInputStream(head)) {
            walk(in, recognising);
        } catch (IOException | StopReading e) {
            // the head ends somewhere, or enough was seen
        }
        return recognising.found;
    }

    /// Stops at the first message that somebody's program writes so.
    private static final class Recognising implements Listener {
        private Optional<ChatExport> found = Optional.empty();
        private int looked;

        @Override
        public void chat(String name) {
            // a name says nothing of whose export it is
        }

        @Override
        public void object(JsonNode object) throws StopReading {
            found = ChatExport.of(object);
            looked++;
            if (found.isPresent() || looked > 20) {
                throw new StopReading("enough");
            }
        }
    }

    void read(ChatExport export, Metadata metadata, Gathering gathering) throws IOException, StopReading {
        Chat chat = new Chat(gathering);
        try (InputStream in = bytes.open()) {
            walk(in, new Listener() {
                @Override
                public void chat(String name) throws IOException, StopReading {
                    chat.begin(name);
                }

                @Override
                public void object(JsonNode object) throws IOException, StopReading {
                    Optional<Chat.Message> message = export.message(object);
                    if (message.isPresent()) {
                        chat.add(message.get());
                    }
                }
            });
        } finally {
            chat.told(export.called(), metadata);
        }
        chat.end(export.called(), metadata);
    }

    private void walk(InputStream in, Listener listener) throws IOException, StopReading {
        try (JsonParser parser = mapper.createParser(in)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token == JsonToken.START_ARRAY) {
                    objects(parser, listener);
                } else if (token == JsonToken.START_OBJECT) {
                    root(parser, listener);
                }
                token = parser.nextToken();
            }
        }
    }

    private void objects(JsonParser parser, Listener listener) throws IOException, StopReading {
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                listener.object(mapper.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    /// Either a message of its own, one on a line, or what holds lists of messages at some depth.
    private void root(JsonParser parser, Listener listener) throws IOException, StopReading {
        Holder holder = new Holder(parser, mapper);
        if (!holder.holdsMessages(listener, 0)) {
            listener.object(holder.object());
        }
    }

    /// An object that is walked through for lists named `messages`; what is small in it is remembered.
    private final class Holder {
        private final JsonParser parser;
        private final ObjectNode object;

        Holder(JsonParser parser, ObjectMapper mapper) {
            this.parser = parser;
            this.object = mapper.createObjectNode();
        }

        JsonNode object() {
            return object;
        }

        /// Whether there was such a list.
        boolean holdsMessages(Listener listener, int depth) throws IOException, StopReading {
            boolean found = false;
            String name = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("messages") && value == JsonToken.START_ARRAY) {
                    listener.chat(name);
                    objects(parser, listener);
                    found = true;
                } else if (depth < DEEPEST && value == JsonToken.START_OBJECT && HOLDERS.contains(field)) {
                    found |= new Holder(parser, mapper).holdsMessages(listener, depth + 1);
                } else if (depth < DEEPEST && value == JsonToken.START_ARRAY && field.equals("list")) {
                    found |= each(listener, depth);
                } else {
                    JsonNode read = mapper.readTree(parser);
                    name = field.equals("name") ? read.asText() : name;
                    object.set(field, read);
                }
            }
            return found;
        }

        private boolean each(Listener listener, int depth) throws IOException, StopReading {
            boolean found = false;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                found |= new Holder(parser, mapper).holdsMessages(listener, depth + 1);
            }
            return found;
        }
    }
}
