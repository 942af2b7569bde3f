package org.cairn.intake;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.cairn.domain.reading.Extent;

/// A chat while it is read: its messages become passages of whole messages, and are counted.
final class Chat {

    static final String KIND = "chat:kind";
    static final String MESSAGES = "chat:messages";
    static final String PARTICIPANTS = "chat:participants";
    static final String FIRST = "chat:first";
    static final String LAST = "chat:last";

    /// More participants than this are not told apart: the number is then at least so many.
    private static final int MOST = 100_000;

    private static final int PART = 1_500;

    private final Gathering gathering;
    private final Covering covering = new Covering(Extent.Counted.MESSAGES);
    private final Set<String> participants = new HashSet<>();
    private String first = "";
    private String last = "";
    private int messages;

    Chat(Gathering gathering) {
        this.gathering = gathering;
        gathering.covering(covering);
    }

    /// One message.
    ///
    /// @param at when, as it is written; times of one file that are to be compared are written alike
    /// @param sender who sent it; empty for what the program itself says
    /// @param text its words and what is attached, line by line
    record Message(String at, String sender, String text) {

        /// As it is read and cited.
        String line() {
            return "[" + at + "] " + (sender.isEmpty() ? "" : sender + ": ") + text.strip();
        }

        @Override
        public String toString() {
            return "Message";
        }
    }

    /// Another chat of the same file begins.
    void begin(String name) throws IOException, StopReading {
        gathering.endPart();
        covering.within(name);
        if (!name.isBlank()) {
            gathering.append(name.strip());
            gathering.endLine();
        }
    }

    void add(Message message) throws IOException, StopReading {
        String line = message.line();
        if (gathering.length() > 0 && gathering.length() + line.length() > PART) {
            gathering.endPart();
        }
        covering.begin();
        gathering.append(line);
        gathering.endLine();
        messages++;
        first = first.isEmpty() ? message.at() : first;
        last = message.at();
        if (!message.sender().isEmpty() && participants.size() < MOST) {
            participants.add(message.sender());
        }
    }

    /// The chat is read to its end.
    void end(String kind, Metadata metadata) throws IOException, StopReading {
        gathering.end();
        told(kind, metadata);
    }

    /// How many messages there were, how many people wrote, the first and the last time: never who.
    void told(String kind, Metadata metadata) {
        metadata.set(KIND, kind);
        metadata.set(MESSAGES, String.valueOf(messages));
        metadata.set(PARTICIPANTS, String.valueOf(participants.size()));
        Optional.of(first).filter(at -> !at.isEmpty()).ifPresent(at -> metadata.set(FIRST, at));
        Optional.of(last).filter(at -> !at.isEmpty()).ifPresent(at -> metadata.set(LAST, at));
    }
}
